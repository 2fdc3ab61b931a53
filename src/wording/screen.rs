//! The sentences of the screens.

/// What the screens say. Names of actions stand beside the key table's own names.
#[derive(Debug)]
pub struct Screen {
    /// January to December.
    pub months: [&'static str; 12],
    /// Reading time in minutes.
    pub reading_time: fn(u32) -> String,
    /// Short form for a column of the list, minutes.
    pub minutes_short: fn(u32) -> String,
    /// How often an article was opened.
    pub times_opened: fn(u32) -> String,
    /// When that was for the last time, on this day.
    pub last_on: fn(&str) -> String,
    /// Minutes spent reading an article.
    pub time_read: fn(u64) -> String,
    /// On which day its end was reached.
    pub finished_on: fn(&str) -> String,
    /// Minutes that are left to read.
    pub minutes_left: fn(u32) -> String,
    /// Page n of N.
    pub page_of: fn(usize, usize) -> String,
    /// The article is saved.
    pub saved: &'static str,
    /// The article is not saved any more, and this key saves it again.
    pub unsaved: fn(&str) -> String,
    /// The same where the copy is all there is, which stays for so many days.
    pub unsaved_copy: fn(&str, i64) -> String,
    /// Something could not be written: why, and which file.
    pub not_kept: fn(&str, &str) -> String,
    /// What could not be written before has been.
    pub kept_after_all: &'static str,
    /// The last page has been read.
    pub finished: &'static str,
    /// Heading of the list of quoted people.
    pub quoted: &'static str,
    /// Group of those quoted for what they know.
    pub experts: &'static str,
    /// Group of the others who are quoted.
    pub others: &'static str,
    /// Words that nobody could be named for.
    pub unattributed: &'static str,
    /// The article quotes nobody.
    pub nobody_quoted: &'static str,
    /// The quotations have not been found yet.
    pub finding_quotes: &'static str,
    /// Number of quotations.
    pub quotations: fn(usize) -> String,
    /// Heading of the list of headings.
    pub contents: &'static str,
    /// The article has no headings.
    pub no_headings: &'static str,
    /// The page has a bookmark.
    pub bookmark: &'static str,
    /// A page has been bookmarked.
    pub bookmarked: &'static str,
    /// Words have been highlighted.
    pub highlighted: &'static str,
    /// A note has been kept.
    pub note_kept: &'static str,
    /// A note has been emptied.
    pub note_emptied: &'static str,
    /// Heading over a note on a place.
    pub note: &'static str,
    /// Heading over a note on these words.
    pub note_on: fn(&str) -> String,
    /// What keys do while a note is typed.
    pub note_hints: &'static [&'static str],
    /// A bookmark or highlight has been removed, and this key puts it back.
    pub removed: fn(&str) -> String,
    /// What was removed has been put back.
    pub restored: &'static str,
    /// Nothing has been removed that could be put back.
    pub nothing_to_undo: &'static str,
    /// What keys do in the list of bookmarks and highlights: go there, write a note, remove, put back.
    pub margin_hints: [&'static str; 4],
    /// A bookmark or highlight has been removed.
    pub unmarked: &'static str,
    /// The word is chosen at which a selection begins.
    pub choose_begin: &'static str,
    /// Number of words that are selected.
    pub words_selected: fn(usize) -> String,
    /// What keys do while words are selected: begin, highlight, write a note, the sentence, the
    /// paragraph, give up.
    pub select_hints: [&'static str; 6],
    /// Words were sent to the terminal's clipboard.
    pub copied: &'static str,
    /// The same, with more words than every terminal takes.
    pub copied_much: &'static str,
    /// Nothing stands out that could be copied; this key selects words.
    pub nothing_to_copy: fn(&str) -> String,
    /// This address was handed to the browser.
    pub browsing: fn(&str) -> String,
    /// There is no browser to hand this address to.
    pub no_browser: fn(&str) -> String,
    /// The article names no address of the web.
    pub no_source: &'static str,
    /// Heading of the list of bookmarks and highlights.
    pub marks: &'static str,
    /// The bookmarks and highlights of every article are being looked for.
    pub collecting: &'static str,
    /// There are none in any article.
    pub nothing_marked: &'static str,
    /// How many bookmarks and highlights there are, in how many articles.
    pub marked_in: fn(usize, usize) -> String,
    /// The article of a bookmark or highlight can't be read any more.
    pub article_gone: &'static str,
    /// The same, beside its title.
    pub gone: &'static str,
    /// The words of a bookmark or highlight are gone, below them.
    pub lost: &'static str,
    /// There are no bookmarks and highlights.
    pub no_marks: &'static str,
    /// The words of a bookmark or highlight are not in the text any more.
    pub lost_highlight: &'static str,
    /// The article has no text.
    pub no_text: &'static str,
    /// What was searched for is not there.
    pub not_found: fn(&str) -> String,
    /// Match n of N.
    pub match_of: fn(usize, usize) -> String,
    /// No more quotations in this direction.
    pub no_more_quotations: &'static str,
    /// There is no place to jump back to.
    pub no_jump: &'static str,
    /// There is no place to jump forward to.
    pub no_jump_forward: &'static str,
    /// The place was found again although the text has changed.
    pub text_changed: &'static str,
    /// The words of the place are gone; this is about where they stood.
    pub place_guessed: &'static str,
    /// Some characters could not be read.
    pub replaced_characters: fn(usize) -> String,
    /// The article is read from its kept copy.
    pub from_copy: &'static str,
    /// The copy of an article in the list is all there is.
    pub copy_only: &'static str,
    /// The name of the library.
    pub library: &'static str,
    /// The shelves: all, saved, reading, unread, finished.
    pub shelves: [&'static str; 5],
    /// The orders: date, title, author, length, last opened.
    pub orders: [&'static str; 5],
    /// In which order the list stands.
    pub sorted_by: fn(&str) -> String,
    /// Heading of the articles to go on reading, at the head of the list.
    pub begun: &'static str,
    /// Heading of the rest of the list.
    pub other_articles: &'static str,
    /// Number of articles.
    pub articles: fn(usize) -> String,
    /// Files of other forms that were left alone.
    pub skipped: fn(usize) -> String,
    /// The folders are still being read.
    pub reading_folders: &'static str,
    /// Nothing on this shelf or under this filter.
    pub nothing_here: &'static str,
    /// What to do when there are no articles at all.
    pub how_to_add: &'static str,
    /// The built-in articles are shown; how to add one's own.
    pub built_in: &'static str,
    /// The prompt of the filter and of the search.
    pub search_prompt: &'static str,
    /// Heading of the help.
    pub help: &'static str,
    /// Places in the help: reading, selecting, bookmarks and highlights, beside the text,
    /// the library.
    pub places: [&'static str; 5],
    /// What each action does, by its name in the key table.
    pub action: fn(&str) -> &'static str,
    /// An entry under `[keys]` names no action.
    pub unknown_action: fn(&str) -> String,
    /// An entry under `[keys]` names no key.
    pub unknown_key: fn(&str) -> String,
    /// Several problems; the first one is shown.
    pub and_more: fn(usize) -> String,
    /// The colours: the terminal's own, light, dark, none.
    pub themes: [&'static str; 4],
    /// Ragged right edge.
    pub ragged: &'static str,
    /// Straight right edge.
    pub justified: &'static str,
    /// The measure in columns.
    pub measure: fn(u16) -> String,
    /// One column of text, or two.
    pub text_columns: fn(u8) -> String,
    /// Two columns were asked for and do not fit.
    pub too_narrow: &'static str,
}

impl Screen {
    /// A date as it is written out, as precise as what is known of its year, month and day:
    /// `24 februari 2025`, `februari 2025`, `2025`. Months count from 1.
    pub fn date(&self, (year, month, day): (i16, Option<i8>, Option<i8>)) -> String {
        let month = month
            .and_then(|month| usize::try_from(month).ok()?.checked_sub(1))
            .and_then(|month| self.months.get(month));
        match (day, month) {
            (Some(day), Some(month)) => format!("{day} {month} {year}"),
            (None, Some(month)) => format!("{month} {year}"),
            (_, None) => year.to_string(),
        }
    }
}
