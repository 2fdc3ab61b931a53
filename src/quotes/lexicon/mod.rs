//! What is known of a word without reading the article: names, places, bodies, roles, ordinary words.
//!
//! The tables are text files in `src/quotes/data`, each with its source and licence at its head; they are
//! compiled in and searched as they lie, so that nothing has to be built when the program starts. This room
//! says what a word *may* be. What it is in a sentence (`Visser` the man or the trade) is for the rules.

mod roles;
mod table;

pub(super) use roles::{Expertise, RoleNoun, role_noun};

use std::sync::LazyLock;

use table::Table;

static FIRST_NAMES: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/first_names.txt")));
static FIRST_NAMES_OWN: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/first_names_own.txt")));
static SURNAMES: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/surnames.txt")));
static PLACES: LazyLock<Table> = LazyLock::new(|| Table::new(include_str!("../data/places.txt")));
static ORGANISATIONS: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../data/organisations.txt")));

/// OpenTaal's lower-case words but for long compounds; its terms stand in `data/README.md`.
static WORDS: LazyLock<Option<fst::Set<&'static [u8]>>> =
    LazyLock::new(|| fst::Set::new(include_bytes!("../data/words.fst").as_slice()).ok());

/// A woman or a man, where a name or a noun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// `Anna`, `onderzoekster`.
    Female,
    /// `Piet`, `topman`.
    Male,
}

impl Gender {
    fn of(letter: &str) -> Option<Self> {
        match letter {
            "f" => Some(Self::Female),
            "m" => Some(Self::Male),
            _ => None,
        }
    }
}

/// A first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FirstName {
    /// Whose; `None` where women and men bear it (`Anne`, `Robin`).
    pub(super) gender: Option<Gender>,
}

/// The sorts of body that speak in a newspaper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// `VVD`.
    Party,
    /// `NRC`: mostly the one that is spoken to.
    Media,
    /// `RIVM`, `Shell`, `Tweede Kamer`.
    Other,
}

/// Whether `word`, spelled as in the text, is a first name. A double name (`Gert-Jan`, `Anne-Wil`) is one where its
/// first part is, and is its gender; initials are none.
pub(super) fn first_name(word: &str) -> Option<FirstName> {
    let known = |name: &str| {
        let row = FIRST_NAMES_OWN
            .get(name)
            .or_else(|| FIRST_NAMES.get(name))?;
        Some(FirstName {
            gender: Gender::of(row),
        })
    };
    known(word).or_else(|| {
        let (first, second) = word.split_once('-')?;
        let (first, second) = (known(first)?, known(second)?);
        // Jan-Marie is a man, Anne-Jan too: two names that disagree tell nothing.
        let gender = match (first.gender, second.gender) {
            (Some(a), Some(b)) if a != b => None,
            (a, b) => a.or(b),
        };
        Some(FirstName { gender })
    })
}

/// Whether `word` is a surname that the tables know, without its particles: `Vries`, not `de Vries`. Hyphenated
/// names count where one half does. Most surnames stand in no table.
pub(super) fn surname(word: &str) -> bool {
    SURNAMES.get(word).is_some()
        || word
            .split_once('-')
            .is_some_and(|(a, b)| SURNAMES.get(a).is_some() || SURNAMES.get(b).is_some())
}

/// Whether `lower`, in lower case, is an ordinary Dutch word, so that its capital at the start of a sentence says
/// nothing. Longer words are taken apart: `zorgverzekeringswet` is one because `zorg`, `verzekering` and `wet` are.
pub(super) fn common_word(lower: &str) -> bool {
    is_listed(lower) || (lower.chars().count() > LONGEST_LISTED && is_compound(lower, MOST_PARTS))
}

/// Longer words, in letters, are taken apart.
const LONGEST_LISTED: usize = 10;

/// More parts than this no Dutch word has that is not a joke; it also bounds the work on hostile input.
const MOST_PARTS: u8 = 3;

/// Words longer than this, in bytes, are taken for no compound.
const LONGEST_COMPOUND: usize = 40;

fn is_listed(lower: &str) -> bool {
    WORDS.as_ref().is_some_and(|words| words.contains(lower))
}

/// Whether `lower` falls apart into listed words of three letters or more, joined by nothing, `s`, a hyphen or an
/// apostrophe.
fn is_compound(lower: &str, parts: u8) -> bool {
    if lower.len() > LONGEST_COMPOUND || parts < 2 {
        return false;
    }
    lower.char_indices().skip(3).any(|(at, _)| {
        let (Some(head), Some(tail)) = (lower.get(..at), lower.get(at..)) else {
            return false;
        };
        if tail.chars().count() < 3 || !(is_listed(tail) || is_compound(tail, parts - 1)) {
            return false;
        }
        let head = head.trim_end_matches('-');
        is_listed(head)
            || head
                .strip_suffix('s')
                .is_some_and(|h| h.len() > 3 && is_listed(h))
    })
}

/// Whether `name` is a town, region or country; also names of several words, joined by single spaces (`Den Haag`).
pub(super) fn place(name: &str) -> bool {
    PLACES.get(name).is_some()
}

/// The sort of well-known body that `name` is; also names of several words (`Openbaar Ministerie`).
pub(super) fn organisation(name: &str) -> Option<Body> {
    ORGANISATIONS.get(name).map(|kind| match kind {
        "party" => Body::Party,
        "media" => Body::Media,
        _ => Body::Other,
    })
}

/// Nouns for a body of knowledge: who works there as a plain `docent` or `directeur` is quoted for what they know.
const AFFILIATIONS: &[&str] = &[
    "academie",
    "adviesbureau",
    "adviesraad",
    "archief",
    "denktank",
    "faculteit",
    "gasthuis",
    "genootschap",
    "hogeschool",
    "hoogleraarschap",
    "instituut",
    "kennisinstelling",
    "kenniscentrum",
    "kennisinstituut",
    "kliniek",
    "laboratorium",
    "leerstoel",
    "leerstoelgroep",
    "museum",
    "observatorium",
    "onderzoeksbureau",
    "onderzoeksgroep",
    "onderzoekscentrum",
    "planbureau",
    "rekenkamer",
    "sterrenwacht",
    "studiecentrum",
    "umc",
    "universiteit",
    "vakgroep",
    "ziekenhuis",
    "expertisecentrum",
    "business school",
    "university",
    "institute",
    "college",
    "lumc",
    "umcg",
    "radboudumc",
    "vumc",
    "mumc",
    "uz",
    "kuleuven",
    "ugent",
    "vub",
    "uantwerpen",
    "tu",
    "vu",
    "uva",
    "rug",
    "eur",
    "wur",
    "tno",
    "rivm",
    "knmi",
    "cbs",
    "scp",
    "cpb",
    "pbl",
    "niod",
    "clingendael",
    "hcss",
    "nivel",
    "trimbos",
    "deltares",
    "naturalis",
    "sciensano",
    "vito",
    "imec",
    "nibud",
    "knaw",
    "nwo",
    "wrr",
    "nioz",
    "bureau voor de statistiek",
];

/// Endings that make a compound such a body: `onderzoeksinstituut`, `topkliniek`.
const AFFILIATION_ENDINGS: &[&str] = &[
    "universiteit",
    "hogeschool",
    "instituut",
    "planbureau",
    "kliniek",
    "laboratorium",
    "academie",
    "ziekenhuis",
    "museum",
    "denktank",
    "sterrenwacht",
    "faculteit",
    "onderzoeksbureau",
    "kenniscentrum",
    "umc",
];

/// Whether `lower`, in lower case, is a body of knowledge or science.
pub(super) fn affiliation(lower: &str) -> bool {
    AFFILIATIONS.contains(&lower) || AFFILIATION_ENDINGS.iter().any(|end| lower.ends_with(end))
}

const CALENDAR: &[&str] = &[
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
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
    "kerst",
    "kerstmis",
    "pasen",
    "pinksteren",
    "hemelvaart",
    "koningsdag",
    "prinsjesdag",
    "sinterklaas",
    "ramadan",
    "nieuwjaar",
    "bevrijdingsdag",
    "carnaval",
    "suikerfeest",
];

/// Whether `lower`, in lower case, is a day, a month or a feast, which some papers give a capital.
pub(super) fn calendar(lower: &str) -> bool {
    CALENDAR.contains(&lower)
        || ["ochtend", "middag", "avond", "nacht"].iter().any(|part| {
            lower
                .strip_suffix(part)
                .is_some_and(|day| CALENDAR.contains(&day))
        })
}

/// Adjectives of countries, peoples and languages that follow no rule from a place in the table.
const PEOPLES: &[&str] = &[
    "Afrikaans",
    "Amerikaans",
    "Arabisch",
    "Aziatisch",
    "Belgisch",
    "Brits",
    "Chinees",
    "Deens",
    "Duits",
    "Engels",
    "Europees",
    "Fins",
    "Frans",
    "Fries",
    "Grieks",
    "Hongaars",
    "Iers",
    "Indiaas",
    "Indisch",
    "Indonesisch",
    "Israëlisch",
    "Italiaans",
    "Japans",
    "Joods",
    "Koerdisch",
    "Koreaans",
    "Latijns",
    "Marokkaans",
    "Nederlands",
    "Noors",
    "Oekraïens",
    "Oostenrijks",
    "Palestijns",
    "Perzisch",
    "Pools",
    "Portugees",
    "Roemeens",
    "Russisch",
    "Saoedisch",
    "Schots",
    "Servisch",
    "Spaans",
    "Surinaams",
    "Syrisch",
    "Tsjechisch",
    "Turks",
    "Vlaams",
    "Waals",
    "Zweeds",
    "Zwitsers",
    "Iraaks",
    "Iraans",
    "Bulgaars",
    "Kroatisch",
    "Sloveens",
    "Slowaaks",
    "Ests",
    "Lets",
    "Litouws",
    "Baltisch",
    "Scandinavisch",
    "Antilliaans",
    "Braziliaans",
    "Argentijns",
    "Mexicaans",
    "Colombiaans",
    "Venezolaans",
    "Canadees",
    "Australisch",
    "Egyptisch",
    "Tunesisch",
    "Algerijns",
    "Libisch",
    "Libanees",
    "Afghaans",
    "Pakistaans",
    "Somalisch",
    "Ethiopisch",
    "Nigeriaans",
    "Ghanees",
    "Keniaans",
    "Congolees",
    "Rwandees",
    "Vietnamees",
    "Thais",
    "Filipijns",
    "Maleisisch",
    "Taiwanees",
    "Tibetaans",
    "Cubaans",
    "Chileens",
    "Peruaans",
    "Brussels",
    "Haags",
    "Bosch",
    "Gronings",
    "Drents",
    "Zeeuws",
    "Limburgs",
    "Brabants",
    "Gelders",
    "Twents",
    "Hollands",
    "Parijs",
    "Weens",
    "Londens",
    "Ottomaans",
    "Romeins",
    "Sovjet",
    "Islamitisch",
    "Katholiek",
    "Gents",
    "Leuvens",
    "Antwerps",
    "Brugs",
    "Mechels",
    "Luiks",
    "Rotterdams",
    "Utrechts",
    "Amsterdams",
    "Leids",
    "Delfts",
    "Nijmeegs",
    "Tilburgs",
    "Eindhovens",
    "Maastrichts",
    "Zwols",
    "Arnhems",
    "Haarlems",
    "Goois",
    "Wagenings",
    "Enschedees",
    "Kempens",
    "Zaans",
    "Noord-Hollands",
    "Zuid-Hollands",
    "Noord-Brabants",
    "Zuid-Afrikaans",
    "Wit-Russisch",
    "Latijns-Amerikaans",
    "Oost-Europees",
    "West-Vlaams",
    "Oost-Vlaams",
    "Nieuw-Zeelands",
    "Noord-Koreaans",
    "Zuid-Koreaans",
    "Bosnisch",
    "Albanees",
    "Armeens",
    "Georgisch",
    "Azerbeidzjaans",
    "Kazachs",
    "Macedonisch",
    "Moldavisch",
    "Cypriotisch",
    "Maltees",
    "Luxemburgs",
    "IJslands",
    "Groenlands",
    "Arubaans",
    "Curaçaos",
    "Molukse",
    "Koeweits",
    "Jordaans",
    "Jemenitisch",
    "Soedanees",
    "Eritrees",
    "Senegalees",
    "Kameroens",
    "Oegandees",
    "Zambiaans",
    "Zimbabwaans",
    "Boliviaans",
    "Haïtiaans",
    "Tsjetsjeens",
    "Bengaals",
    "Nepalees",
    "Birmees",
    "Cambodjaans",
    "Mongools",
    "Beiers",
    "Pruisisch",
    "Siciliaans",
    "Catalaans",
    "Baskisch",
    "Bretons",
    "Catalaanse",
];

/// Whether `word`, spelled as in the text, is the adjective of a place or people: `Belgische`, `Utrechtse`,
/// `Groningse`. Such a word opens a role (`Belgische econoom`), and is no name.
pub(super) fn place_adjective(word: &str) -> bool {
    let stem = word.strip_suffix('e').unwrap_or(word);
    let undoubled = stem
        .strip_suffix("es")
        .map(|s| format!("{s}ees"))
        .filter(|_| word.ends_with("ese"));
    PEOPLES.contains(&stem)
        || PEOPLES.contains(&word)
        || undoubled.is_some_and(|u| PEOPLES.contains(&u.as_str()))
        || (word.ends_with("se") && {
            // Almeerse is from Almere, Zwolse from Zwolle, Delftse from Delft.
            let town = stem.trim_end_matches('s');
            place(town)
                || place(&format!("{town}e"))
                || last_doubled(town).is_some_and(|t| place(&t))
        })
}

/// `Zwol` → `Zwolle`, `Almeer` → `Almere`.
fn last_doubled(town: &str) -> Option<String> {
    let last = town.chars().next_back()?;
    let doubled = format!("{town}{last}e");
    if place(&doubled) {
        return Some(doubled);
    }
    let body = town.strip_suffix(last)?;
    let vowel = body.chars().next_back()?;
    let single = body.strip_suffix(vowel)?;
    single.ends_with(vowel).then(|| format!("{single}{last}e"))
}

/// Who live somewhere, where the name of the place does not tell.
const INHABITANTS: &[&str] = &[
    "Nederlander",
    "Nederlandse",
    "Belg",
    "Belgische",
    "Vlaming",
    "Waal",
    "Brit",
    "Britse",
    "Engelsman",
    "Engelse",
    "Schot",
    "Ier",
    "Fransman",
    "Française",
    "Duitser",
    "Duitse",
    "Italiaan",
    "Italiaanse",
    "Spanjaard",
    "Spaanse",
    "Portugees",
    "Griek",
    "Turk",
    "Turkse",
    "Marokkaan",
    "Marokkaanse",
    "Amerikaan",
    "Amerikaanse",
    "Canadees",
    "Rus",
    "Russin",
    "Oekraïner",
    "Oekraïense",
    "Pool",
    "Poolse",
    "Tsjech",
    "Hongaar",
    "Roemeen",
    "Bulgaar",
    "Serviër",
    "Kroaat",
    "Zweed",
    "Noor",
    "Deen",
    "Fin",
    "Zwitser",
    "Oostenrijker",
    "Israëliër",
    "Palestijn",
    "Syriër",
    "Irakees",
    "Iraniër",
    "Afghaan",
    "Chinees",
    "Japanner",
    "Koreaan",
    "Indiër",
    "Indonesiër",
    "Surinamer",
    "Antilliaan",
    "Arubaan",
    "Curaçaoënaar",
    "Zuid-Afrikaan",
    "Nigeriaan",
    "Keniaan",
    "Ethiopiër",
    "Eritreeër",
    "Somaliër",
    "Australiër",
    "Braziliaan",
    "Argentijn",
    "Colombiaan",
    "Venezolaan",
    "Mexicaan",
    "Koerd",
    "Armeniër",
    "Monegask",
    "Europeaan",
    "Afrikaan",
    "Aziaat",
    "Fries",
    "Groninger",
    "Drent",
    "Tukker",
    "Achterhoeker",
    "Gelderlander",
    "Zeeuw",
    "Brabander",
    "Limburger",
    "Hollander",
    "Noord-Hollander",
    "Utrechter",
    "Hagenaar",
    "Hagenees",
    "Gentenaar",
    "Antwerpenaar",
    "Leuvenaar",
    "Bruggeling",
    "Mechelaar",
    "Bosschenaar",
    "Delftenaar",
    "Leidenaar",
    "Maastrichtenaar",
    "Nijmegenaar",
    "Enschedeër",
    "Bredanaar",
    "Londenaar",
    "Parijzenaar",
    "Berlijner",
    "New Yorker",
    "Brusselaar",
    "Kempenaar",
    "Amerikaansche",
];

/// Whether `word`, spelled as in the text, is somebody from somewhere: `Rotterdammer`, `Belg`, also more than one of
/// them. Such a word is no name, and `de Rotterdammer` is somebody who was named before.
pub(super) fn inhabitant(word: &str) -> bool {
    let one = |w: &str| {
        INHABITANTS.contains(&w)
            || w.strip_suffix("er").is_some_and(|town| {
                // Rotterdammer, Tilburger, Almeerder, Zwollenaar.
                place(town)
                    || town.strip_suffix('m').is_some_and(place)
                    || town
                        .strip_suffix('d')
                        .and_then(last_doubled)
                        .is_some_and(|t| place(&t))
            })
            || w.strip_suffix("naar")
                .is_some_and(|town| place(town) || town.strip_suffix('e').is_some_and(place))
    };
    one(word)
        || word.strip_suffix('s').is_some_and(one)
        || word.strip_suffix("en").is_some_and(one)
        || word
            .strip_suffix("aren")
            .is_some_and(|w| one(&format!("{w}aar")))
}

/// Nouns for a body, with or without a name behind them: `de gemeente Utrecht`, `de Europese Commissie`.
const BODIES: &[&str] = &[
    "ambassade",
    "bank",
    "bedrijf",
    "belangenclub",
    "belangenorganisatie",
    "belangenvereniging",
    "beroepsvereniging",
    "beweging",
    "bond",
    "brancheorganisatie",
    "branchevereniging",
    "brandweer",
    "bureau",
    "burgerinitiatief",
    "club",
    "coalitie",
    "college",
    "comité",
    "commissie",
    "concern",
    "consortium",
    "coöperatie",
    "corporatie",
    "defensie",
    "dienst",
    "douane",
    "fabrikant",
    "federatie",
    "fonds",
    "fractie",
    "gemeente",
    "gemeentebestuur",
    "gemeenteraad",
    "gerechtshof",
    "ggd",
    "hof",
    "inspectie",
    "justitie",
    "kabinet",
    "kamer",
    "keten",
    "kerk",
    "koepel",
    "koepelorganisatie",
    "krijgsmacht",
    "landmacht",
    "leger",
    "luchthaven",
    "luchtmacht",
    "marechaussee",
    "marine",
    "ministerie",
    "museum",
    "ngo",
    "omroep",
    "onderneming",
    "ondernemersvereniging",
    "ondernemingsraad",
    "oppositie",
    "organisatie",
    "ouderenbond",
    "overheid",
    "parket",
    "parlement",
    "partij",
    "patiëntenvereniging",
    "pensioenfonds",
    "persbureau",
    "politie",
    "productiehuis",
    "provincie",
    "raad",
    "rechtbank",
    "redactie",
    "regering",
    "rekenkamer",
    "rijk",
    "school",
    "senaat",
    "speciaalzaak",
    "stadsbestuur",
    "stichting",
    "supermarkt",
    "supermarktketen",
    "toezichthouder",
    "uitgeverij",
    "unie",
    "vakbond",
    "vakcentrale",
    "vereniging",
    "vervoerder",
    "verzekeraar",
    "vliegmaatschappij",
    "vluchtelingenorganisatie",
    "vredesorganisatie",
    "warenhuis",
    "waterschap",
    "werkgeversorganisatie",
    "woningcorporatie",
    "zender",
    "ziekenhuis",
    "zorgverzekeraar",
];

/// Endings that make such a noun: `milieuorganisatie`, `onderwijsvakbond`.
const BODY_ENDINGS: &[&str] = &[
    "bank",
    "bedrijf",
    "bond",
    "bureau",
    "commissie",
    "dienst",
    "federatie",
    "fonds",
    "fractie",
    "inspectie",
    "instantie",
    "instelling",
    "koepel",
    "maatschappij",
    "ministerie",
    "organisatie",
    "partij",
    "politie",
    "raad",
    "regering",
    "stichting",
    "vereniging",
    "autoriteit",
];

/// Whether `lower`, in lower case, is a body that can say something; those of knowledge ([`affiliation`]) are too.
pub(super) fn body(lower: &str) -> bool {
    BODIES.contains(&lower)
        || affiliation(lower)
        || BODY_ENDINGS.iter().any(|end| {
            lower
                .strip_suffix(end)
                .is_some_and(|before| before.len() > 2)
        })
}

#[cfg(test)]
mod tests;
