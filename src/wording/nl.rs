//! Dutch.

mod cli;
mod reasons;

use super::Wording;
use super::screen::Screen;

pub(super) const WORDING: Wording = Wording {
    cli: cli::WORDING,
    reason: reasons::reason,
    untitled: "zonder titel",
    screen: Screen {
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        reading_time: |n| format!("leestijd {n} {}", if n == 1 { "minuut" } else { "minuten" }),
        minutes_short: |n| format!("{n} min"),
        times_opened: |n| format!("{n} keer geopend"),
        last_on: |day| format!("laatst op {day}"),
        time_read: |minutes| match (minutes / 60, minutes % 60) {
            (0, rest) => format!("{rest} min gelezen"),
            (hours, rest) => format!("{hours} u {rest} min gelezen"),
        },
        finished_on: |day| format!("uitgelezen op {day}"),
        minutes_left: |n| format!("nog {n} min"),
        page_of: |n, of| format!("pagina {n} van {of}"),
        saved: "bewaard",
        unsaved: |key| format!("niet meer bewaard; {key} bewaart opnieuw"),
        unsaved_copy: |key, days| {
            format!("niet meer bewaard; {key} bewaart opnieuw, nog {days} dagen lang")
        },
        not_kept: |reason, file| {
            if file.is_empty() {
                format!("niet vastgelegd: {reason}")
            } else {
                format!("niet vastgelegd: {reason} ({file})")
            }
        },
        kept_after_all: "alles is alsnog vastgelegd",
        finished: "uitgelezen",
        quoted: "Aan het woord",
        experts: "Deskundigen",
        others: "Verder aan het woord",
        unattributed: "Spreker onbekend",
        nobody_quoted: "In dit artikel komt niemand aan het woord.",
        finding_quotes: "Citaten zoeken …",
        quotations: |n| format!("{n}×"),
        contents: "Inhoud",
        bookmark: "bladwijzer",
        bookmarked: "bladwijzer gezet",
        highlighted: "gemarkeerd",
        note_kept: "notitie vastgelegd",
        note_emptied: "notitie weggehaald",
        note: "Notitie bij deze plek",
        note_on: |words| format!("Notitie bij „{words}”"),
        note_hints: &["Enter vastleggen", "Ctrl-J nieuwe regel", "Ctrl-U wissen"],
        removed: |key| format!("weggehaald; {key} zet het terug"),
        restored: "teruggezet",
        nothing_to_undo: "er is niets weggehaald",
        margin_hints: ["naar de tekst", "notitie", "weghalen", "terugzetten"],
        unmarked: "weggehaald",
        choose_begin: "kies het eerste woord",
        words_selected: |n| format!("{n} {}", if n == 1 { "woord" } else { "woorden" }),
        select_hints: [
            "begin hier",
            "markeren",
            "notitie",
            "zin",
            "alinea",
            "terug",
        ],
        copied: "naar het terminalklembord gestuurd",
        copied_much: "naar het terminalklembord gestuurd; zo veel neemt niet elke terminal aan",
        nothing_to_copy: |key| format!("niets om te kopiëren; {key} kiest woorden"),
        browsing: |url| format!("aan de browser gegeven: {url}"),
        no_browser: |url| format!("geen browser gevonden voor {url}"),
        no_source: "Bij dit artikel staat geen webadres.",
        marks: "Bladwijzers en markeringen",
        collecting: "bladwijzers en markeringen zoeken …",
        nothing_marked: "Er zijn nog geen bladwijzers of markeringen.",
        marked_in: |marks, articles| {
            let articles = match articles {
                1 => "1 artikel".to_owned(),
                n => format!("{n} artikelen"),
            };
            format!("{marks} in {articles}")
        },
        article_gone: "Het artikel is er niet meer; alleen deze woorden zijn er nog.",
        gone: "niet meer te vinden",
        lost: "staat niet meer in het artikel",
        no_marks: "Dit artikel heeft nog geen bladwijzers of markeringen.",
        lost_highlight: "Deze woorden staan niet meer in het artikel.",
        no_headings: "Dit artikel heeft geen tussenkoppen.",
        no_text: "Dit artikel heeft geen tekst.",
        not_found: |what| format!("‘{what}’ staat niet in dit artikel"),
        match_of: |n, of| format!("vindplaats {n} van {of}"),
        no_more_quotations: "verder geen citaten in deze richting",
        no_jump: "er is geen eerdere plek",
        no_jump_forward: "er is geen latere plek",
        text_changed: "De tekst is veranderd; uw plek is teruggevonden.",
        place_guessed: "De tekst is veranderd; uw plek is bij benadering teruggevonden.",
        replaced_characters: |n| {
            format!(
                "{n} {} vervangen door �",
                if n == 1 {
                    "teken was onleesbaar en is"
                } else {
                    "tekens waren onleesbaar en zijn"
                }
            )
        },
        from_copy: "Het oorspronkelijke bestand is er niet meer; u leest de bewaarde kopie.",
        copy_only: "het bestand is er niet meer; dit is de kopie",
        library: "Leeslamp",
        shelves: ["Alles", "Bewaard", "Bezig", "Ongelezen", "Uitgelezen"],
        orders: ["datum", "titel", "auteur", "lengte", "laatst geopend"],
        sorted_by: |order| format!("op {order}"),
        begun: "Verder lezen",
        other_articles: "Overige artikelen",
        articles: |n| format!("{n} {}", if n == 1 { "artikel" } else { "artikelen" }),
        skipped: |n| {
            format!(
                "{n} {} overgeslagen",
                if n == 1 {
                    "ander bestand"
                } else {
                    "andere bestanden"
                }
            )
        },
        reading_folders: "mappen doorzoeken …",
        nothing_here: "Hier staan geen artikelen.",
        how_to_add: "In deze map staan geen artikelen. Een andere map: leeslamp MAP, of zet mappen in config.toml.",
        built_in: "Meegeleverde artikelen; voor uw eigen artikelen: leeslamp MAP",
        search_prompt: "Zoek: ",
        help: "Toetsen",
        places: [
            "Lezen",
            "Woorden kiezen",
            "Bladwijzers en markeringen",
            "Lijst naast de tekst",
            "Bibliotheek",
        ],
        action: |name| match name {
            "next_page" => "volgende pagina",
            "previous_page" => "vorige pagina",
            "line_down" => "omlaag",
            "line_up" => "omhoog",
            "half_page_down" => "halve pagina omlaag",
            "half_page_up" => "halve pagina omhoog",
            "begin" => "naar het begin",
            "end" => "naar het einde",
            "search" => "zoeken",
            "next_match" => "volgende vindplaats",
            "previous_match" => "vorige vindplaats",
            "contents" => "inhoud",
            "bookmark" => "bladwijzer zetten of weghalen",
            "highlight" => "markeren, of woorden kiezen",
            "note" => "notitie schrijven",
            "remove" => "weghalen",
            "undo" => "wat weggehaald is terugzetten",
            "select" => "woorden kiezen",
            "next_word" => "volgend woord",
            "previous_word" => "vorig woord",
            "next_sentence" => "volgende zin",
            "previous_sentence" => "vorige zin",
            "next_paragraph" => "volgende alinea",
            "previous_paragraph" => "vorige alinea",
            "whole_sentence" => "hele zin, dan de volgende erbij",
            "whole_paragraph" => "hele alinea, dan de volgende erbij",
            "other_end" => "het andere eind verplaatsen",
            "marks" => "bladwijzers en markeringen",
            "experts" => "lijst van sprekers aan of uit",
            "step_in" => "naar de lijst en terug",
            "next_quotation" => "volgend citaat",
            "previous_quotation" => "vorig citaat",
            "save" => "bewaren of niet meer bewaren",
            "copy" => "kopiëren met bronvermelding",
            "browse" => "bron openen in de browser",
            "jump_back" => "terug naar de vorige plek",
            "jump_forward" => "weer vooruit naar de latere plek",
            "narrower" => "smallere kolom",
            "wider" => "bredere kolom",
            "justify" => "uitvullen aan of uit",
            "columns" => "één of twee kolommen",
            "back" => "terug",
            "open" => "openen",
            "filter" => "filteren",
            "all" => "alles",
            "saved" => "bewaard",
            "reading" => "bezig",
            "unread" => "ongelezen",
            "finished" => "uitgelezen",
            "sort" => "anders sorteren",
            "theme" => "andere kleuren",
            "help" => "deze hulp",
            "suspend" => "naar de achtergrond",
            "quit" => "stoppen",
            _ => "",
        },
        unknown_action: |name| format!("config.toml: onbekende handeling ‘{name}’ onder [keys]"),
        unknown_key: |name| format!("config.toml: onbekende toets ‘{name}’ onder [keys]"),
        and_more: |n| format!("en nog {n}"),
        themes: [
            "kleuren van de terminal",
            "lichte kleuren",
            "donkere kleuren",
            "zonder kleuren (NO_COLOR)",
        ],
        ragged: "vrije regelval",
        justified: "uitgevuld",
        measure: |n| format!("{n} tekens breed"),
        text_columns: |n| {
            if n == 2 {
                "twee kolommen".into()
            } else {
                "één kolom".into()
            }
        },
        too_narrow: "twee kolommen passen niet in dit venster",
    },
};
