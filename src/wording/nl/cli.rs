//! The commands, in Dutch.

use crate::wording::cli::{CliWording, HelpWording};

pub(super) const WORDING: CliWording = CliWording {
    help: HelpWording {
        about: "Lange artikelen lezen in de terminal, met ernaast wie er aan het woord komt.",
        after: "Een bestand dat net zo heet als een opdracht, opent u als ./list.\nZonder PAD: de mappen uit config.toml, of anders de meegeleverde artikelen.",
        usage_heading: "Gebruik:",
        commands: "Opdrachten",
        command: "OPDRACHT …",
        arguments: "Argumenten",
        options: "Opties",
        any_options: "[OPTIES]",
        number: "N",
        file: "BESTAND",
        path: "PAD",
        folder: "MAP",
        paths: "Mappen of bestanden om te openen; - leest van de standaardinvoer",
        config_dir: "Map voor instellingen, leesposities en bewaarde artikelen (ook: LEESLAMP_CONFIG_DIR)",
        lang: "Taal van leeslamp zelf: nl of en",
        help: "Toont deze hulp",
        version: "Toont de versie",
        json: "Als JSON",
        list: "Toont de bibliotheek",
        list_paths: "Mappen of bestanden (anders die uit config.toml, of de meegeleverde artikelen)",
        saved: "Alleen bewaarde artikelen",
        unread: "Alleen artikelen die nog niet geopend zijn",
        reading: "Alleen artikelen waarin u bezig bent",
        finished: "Alleen artikelen die u uit hebt",
        search: "Zoekt in de tekst van alle artikelen; het beste antwoord eerst",
        query_name: "ZOEKVRAAG",
        query: "Woorden die er alle in moeten staan; tussen aanhalingstekens: woorden achter elkaar",
        add: "Zet geplakte tekst of een bestand als Markdown in de bibliotheek",
        add_to: "De map (anders de eerste uit config.toml)",
        completions: "Schrijft de aanvulling van opdrachten voor een shell",
        shell: "De shell",
        man: "Schrijft de handleiding (man-pagina, in het Engels)",
        save: "Bewaart artikelen, met een kopie",
        unsave: "Bewaart artikelen niet langer",
        save_files: "De artikelen; - leest van de standaardinvoer",
        export: "Schrijft bewaarde artikelen, markeringen en aantekeningen uit, als Markdown of JSON",
        export_paths: "Artikelen of mappen (anders alles wat onthouden is)",
        state: "Toont wat er onthouden is, en wat daar niet aan klopt",
        check: "Eindigt met status 1 als er iets niet klopt",
        show: "Schrijft het opgemaakte artikel naar de standaarduitvoer",
        show_file: "Het artikel; - leest van de standaardinvoer",
        width: "Ten hoogste zoveel tekens per regel (anders 66, of de breedte van de terminal als die smaller is)",
        lines: "In pagina's van ten hoogste zoveel regels, gescheiden door een paginasprong (form feed)",
        justify: "Uitgevuld, met een rechte rechtermarge",
        no_hyphens: "Zonder woorden af te breken",
        plain: "Zonder regels af te breken, voor schermlezers en spraak",
        quotes: "Wie er aan het woord komt, in welke rol en met welke woorden",
        quotes_paths: "Artikelen, of mappen met artikelen; - leest van de standaardinvoer",
        markdown: "Als Markdown",
        explain: "Met bij elk citaat de regel die het vond, het signaalwoord en de zekerheid",
        hyphenate: "Breekt woorden af: een woord per regel op de standaardinvoer",
    },
    unknown_argument: |argument| format!("onbekende optie of argument: {argument}"),
    invalid_value: |option, value| format!("ongeldige waarde voor {option}: {value}"),
    missing_argument: |what| format!("er ontbreekt een argument: {what}"),
    conflict: |one, other| format!("{one} en {other} gaan niet samen"),
    wrong_usage: "zo werkt leeslamp niet",
    see_help: "Zie leeslamp --help.",
    from_copy: "bestaat niet meer; dit is de bewaarde kopie",
    skipped: |n| {
        if n == 1 {
            "1 bestand overgeslagen dat geen tekst of Markdown is".to_owned()
        } else {
            format!("{n} bestanden overgeslagen die geen tekst of Markdown zijn")
        }
    },
    how_to_add: "dit zijn de meegeleverde artikelen; uw eigen: leeslamp list MAP, of folders = [\"MAP\"] in config.toml",
    finished: "uit",
    saved: "bewaard",
    unsaved: "niet meer bewaard",
    was_not_saved: "was niet bewaard",
    bookmark: "bladwijzer",
    highlight: "markering",
    lost: "staat niet meer in het artikel",
    added: |file| format!("toegevoegd: {file}"),
    known: |file| format!("staat er al: {file}"),
    no_folder: "geen map om het in te zetten: geef --to MAP, of zet folders = [\"MAP\"] in config.toml",
    nothing_found: "niets gevonden",
    places: |n| {
        if n == 1 {
            "1 plaats".to_owned()
        } else {
            format!("{n} plaatsen")
        }
    },
    kept: |saved, articles| {
        format!("bewaarde artikelen: {saved}; artikelen waarover iets is onthouden: {articles}")
    },
    annotated: |bookmarks, highlights, notes| {
        format!("bladwijzers: {bookmarks}; markeringen: {highlights}; aantekeningen: {notes}")
    },
    leftover: "kopie van een artikel dat niet bewaard is",
    nothing_wrong: "Alles is in orde.",
    standard_output: "standaarduitvoer",
    standard_input: "standaardinvoer",
    no_terminal: "Leeslamp heeft een terminal nodig om een artikel te openen. Zonder terminal: leeslamp show, list of quotes.",
    minutes: |minutes| format!("{minutes} min"),
    by: "Door",
    nobody: "Spreker onbekend",
    nobody_quoted: "In dit artikel komt niemand aan het woord.",
    quotations: |n| {
        if n == 1 {
            "1 citaat".to_owned()
        } else {
            format!("{n} citaten")
        }
    },
    kinds: ["letterlijk", "indirect", "deels letterlijk"],
    sureness: ["zeker", "waarschijnlijk", "twijfelachtig"],
};
