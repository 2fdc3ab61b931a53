//! What is wrong with a file, in Dutch.

pub(super) fn reason(key: &str, detail: &str) -> String {
    match key {
        "no_home" => {
            "geen thuismap, dus er kan niets worden bewaard (stel HOME in, of gebruik --config-dir)"
                .into()
        }
        "missing" => "bestaat niet".into(),
        "denied" => "geen toestemming".into(),
        "full" => "de schijf is vol".into(),
        "read_only" => "het bestandssysteem is alleen-lezen".into(),
        "not_a_folder" => "geen map".into(),
        "is_a_folder" => "een map, geen bestand".into(),
        "not_text" => "geen tekst".into(),
        "too_large" => format!("groter dan {detail} MB"),
        "broken" => format!("onleesbaar op regel {detail}"),
        "set_aside" => "hier is een onleesbaar bestand apart gezet".into(),
        "newer" => format!(
            "geschreven door een nieuwere versie (schema {detail}), gelezen voor zover dat gaat"
        ),
        "unknown_key" => format!("onbekende instelling: {detail}"),
        "wrong_value" => format!("verkeerde waarde voor {detail}"),
        "busy" => "een ander proces is hier aan het schrijven".into(),
        "no_copy" => "bewaard, maar de kopie ontbreekt".into(),
        "taken" => "te veel bestanden met deze naam".into(),
        "no_article" => {
            "heeft bladwijzers of markeringen, maar het artikel is weg en er is geen kopie".into()
        }
        "lost" => format!("gemarkeerde woorden staan niet meer in het artikel: {detail}"),
        _ => detail.into(),
    }
}
