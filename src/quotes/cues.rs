//! Cue verbs: the words that say that somebody says something.
//!
//! One table of verbs, spread out at first use into their forms. A separable verb is found by its stem together with its
//! particle (`legt … uit`) or by its joined form (`uitlegt`); the bare stem alone is no cue.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// How much a verb promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// A verb of saying: whoever is its subject says something.
    Say,
    /// A verb of thinking or judging: reports only with a clause, beside a quotation, or after a comma.
    Hold,
    /// A manner of speaking: with a clause (`moppert dat`), beside a quotation, or after a comma.
    Manner,
    /// A verb with an everyday sense: only beside a quotation, or where it closes the sentence after a comma.
    Beside,
}

/// Which form of its verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `zegt`, `zei`.
    Singular,
    /// `zeggen`, `zeiden`; the infinitive looks the same.
    Plural,
    /// `gezegd`.
    Participle,
}

/// A form of a cue verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// How much it promises, standing by itself. `None` for a stem that needs its particle.
    pub(super) force: Option<Force>,
    /// Which form it is.
    pub(super) form: Form,
    /// The particles that make it a verb of saying: `uit` for `legt`.
    pub(super) particles: &'static [&'static str],
    /// `vindt`, `noemt`, `acht`: takes a thing and a judgement on it.
    pub(super) judges: bool,
}

/// Verbs: infinitive, third person singular, past singular, past plural, participle. A `|` parts a particle.
const SAY: &str = "
zeggen zegt zei zeiden gezegd; vertellen vertelt vertelde vertelden verteld; stellen stelt stelde stelden gesteld;
melden meldt meldde meldden gemeld; verklaren verklaart verklaarde verklaarden verklaard;
schrijven schrijft schreef schreven geschreven; berichten bericht berichtte berichtten bericht;
rapporteren rapporteert rapporteerde rapporteerden gerapporteerd; noteren noteert noteerde noteerden genoteerd;
vermelden vermeldt vermeldde vermeldden vermeld; verwoorden verwoordt verwoordde verwoordden verwoord;
formuleren formuleert formuleerde formuleerden geformuleerd; opperen oppert opperde opperden geopperd;
poneren poneert poneerde poneerden geponeerd; betogen betoogt betoogde betoogden betoogd;
verduidelijken verduidelijkt verduidelijkte verduidelijkten verduidelijkt; preciseren preciseert preciseerde preciseerden gepreciseerd;
vervolgen vervolgt vervolgde vervolgden vervolgd; concluderen concludeert concludeerde concludeerden geconcludeerd;
nuanceren nuanceert nuanceerde nuanceerden genuanceerd; relativeren relativeert relativeerde relativeerden gerelativeerd;
illustreren illustreert illustreerde illustreerden geïllustreerd; schetsen schetst schetste schetsten geschetst;
redeneren redeneert redeneerde redeneerden geredeneerd; constateren constateert constateerde constateerden geconstateerd;
signaleren signaleert signaleerde signaleerden gesignaleerd; adviseren adviseert adviseerde adviseerden geadviseerd;
suggereren suggereert suggereerde suggereerden gesuggereerd; benadrukken benadrukt benadrukte benadrukten benadrukt;
beklemtonen beklemtoont beklemtoonde beklemtoonden beklemtoond; onderstrepen onderstreept onderstreepte onderstreepten onderstreept;
waarschuwen waarschuwt waarschuwde waarschuwden gewaarschuwd; bezweren bezweert bezwoer bezwoeren bezworen;
verzekeren verzekert verzekerde verzekerden verzekerd; beweren beweert beweerde beweerden beweerd;
claimen claimt claimde claimden geclaimd; beamen beaamt beaamde beaamden beaamd;
bevestigen bevestigt bevestigde bevestigden bevestigd; erkennen erkent erkende erkenden erkend;
onderschrijven onderschrijft onderschreef onderschreven onderschreven; ontkennen ontkent ontkende ontkenden ontkend;
bestrijden bestrijdt bestreed bestreden bestreden; betwisten betwist betwistte betwistten betwist;
reageren reageert reageerde reageerden gereageerd; antwoorden antwoordt antwoordde antwoordden geantwoord;
repliceren repliceert repliceerde repliceerden gerepliceerd; pareren pareert pareerde pareerden gepareerd;
riposteren riposteert riposteerde riposteerden geriposteerd; verzuchten verzucht verzuchtte verzuchtten verzucht;
mopperen moppert mopperde mopperden gemopperd; fulmineren fulmineert fulmineerde fulmineerden gefulmineerd;
mijmeren mijmert mijmerde mijmerden gemijmerd; filosoferen filosofeert filosofeerde filosofeerden gefilosofeerd;
bekennen bekent bekende bekenden bekend; onthullen onthult onthulde onthulden onthuld;
twitteren twittert twitterde twitterden getwitterd; tweeten tweet tweette tweetten getweet;
appen appt appte appten geappt; mailen mailt mailde mailden gemaild; bloggen blogt blogde blogden geblogd;
posten post postte postten gepost; becijferen becijfert becijferde becijferden becijferd;
betreuren betreurt betreurde betreurden betreurd; analyseren analyseert analyseerde analyseerden geanalyseerd;
citeren citeert citeerde citeerden geciteerd; memoreren memoreert memoreerde memoreerden gememoreerd;
verhalen verhaalt verhaalde verhaalden verhaald; luiden luidt luidde luidden geluid;
beloven belooft beloofde beloofden beloofd; eisen eist eiste eisten geëist;
omschrijven omschrijft omschreef omschreven omschreven; beschrijven beschrijft beschreef beschreven beschreven;
berekenen berekent berekende berekenden berekend; koppen kopt kopte kopten gekopt; zweren zweert zwoer zwoeren gezworen;
corrigeren corrigeert corrigeerde corrigeerden gecorrigeerd; argumenteren argumenteert argumenteerde argumenteerden geargumenteerd;
motiveren motiveert motiveerde motiveerden gemotiveerd; voorspellen voorspelt voorspelde voorspelden voorspeld;
aan|geven geeft gaf gaven aangegeven; toe|geven geeft gaf gaven toegegeven; op|merken merkt merkte merkten opgemerkt;
mee|delen deelt deelde deelden meegedeeld; mede|delen deelt deelde deelden medegedeeld; aan|kondigen kondigt kondigde kondigden aangekondigd;
uit|leggen legt legde legden uitgelegd; toe|lichten licht lichtte lichtten toegelicht; toe|voegen voegt voegde voegden toegevoegd;
aan|vullen vult vulde vulden aangevuld; in|vullen vult vulde vulden ingevuld; door|gaan gaat ging gingen doorgegaan; verder|gaan gaat ging gingen verdergegaan;
voort|gaan gaat ging gingen voortgegaan; samen|vatten vat vatte vatten samengevat; uiteen|zetten zet zette zetten uiteengezet;
vast|stellen stelt stelde stelden vastgesteld; vol|houden houdt hield hielden volgehouden; aan|voeren voert voerde voerden aangevoerd;
tegen|werpen werpt wierp wierpen tegengeworpen; terug|blikken blikt blikte blikten teruggeblikt; op|biechten biecht biechtte biechtten opgebiecht;
uit|roepen roept riep riepen uitgeroepen; op|roepen roept riep riepen opgeroepen; aan|stippen stipt stipte stipten aangestipt;
aan|halen haalt haalde haalden aangehaald; op|sommen somt somde somden opgesomd; aan|raden raadt raadde raadden aangeraden;
voor|stellen stelt stelde stelden voorgesteld; toe|zeggen zegt zei zeiden toegezegd; af|sluiten sluit sloot sloten afgesloten; uit|sluiten sluit sloot sloten uitgesloten;
bij|vallen valt viel vielen bijgevallen; tegen|spreken spreekt sprak spraken tegengesproken; in|brengen brengt bracht brachten ingebracht;
bekend|maken maakt maakte maakten bekendgemaakt; in|schatten schat schatte schatten ingeschat; toe|juichen juicht juichte juichten toegejuicht;
getuigen getuigt getuigde getuigden getuigd; verkondigen verkondigt verkondigde verkondigden verkondigd;
stipuleren stipuleert stipuleerde stipuleerden gestipuleerd; insinueren insinueert insinueerde insinueerden geïnsinueerd;
openbaren openbaart openbaarde openbaarden geopenbaard; expliceren expliceert expliceerde expliceerden geëxpliceerd;
resumeren resumeert resumeerde resumeerden geresumeerd; recapituleren recapituleert recapituleerde recapituleerden gerecapituleerd;
sms'en sms't sms'te sms'ten ge-sms't; whatsappen whatsappt whatsappte whatsappten gewhatsappt;
op|werpen werpt wierp wierpen opgeworpen; aan|tekenen tekent tekende tekenden aangetekend; voor|houden houdt hield hielden voorgehouden;
mee|geven geeft gaf gaven meegegeven; toe|bijten bijt beet beten toegebeten;
af|zwakken zwakt zwakte zwakten afgezwakt; voorop|stellen stelt stelde stelden vooropgesteld;
voor|rekenen rekent rekende rekenden voorgerekend; uit|nodigen nodigt nodigde nodigden uitgenodigd; weten|laten laat liet lieten; weten|willen wil wilde wilden; aan|dringen dringt drong drongen aangedrongen; aan|bevelen beveelt beval bevalen aanbevolen; terug|kijken kijkt keek keken teruggekeken";

const HOLD: &str = "
bepalen bepaalt bepaalde bepaalden bepaald;
vinden vindt vond vonden gevonden; menen meent meende meenden gemeend; denken denkt dacht dachten gedacht;
geloven gelooft geloofde geloofden geloofd; oordelen oordeelt oordeelde oordeelden geoordeeld; achten acht achtte achtten geacht;
verwachten verwacht verwachtte verwachtten verwacht; vermoeden vermoedt vermoedde vermoedden vermoed;
schatten schat schatte schatten geschat; hopen hoopt hoopte hoopten gehoopt; veronderstellen veronderstelt veronderstelde veronderstelden verondersteld;
taxeren taxeert taxeerde taxeerden getaxeerd; vrezen vreest vreesde vreesden gevreesd;
betwijfelen betwijfelt betwijfelde betwijfelden betwijfeld; weten weet wist wisten geweten; beseffen beseft besefte beseften beseft;
zien ziet zag zagen gezien; merken merkt merkte merkten gemerkt; ervaren ervaart ervoer ervoeren ervaren;
noemen noemt noemde noemden genoemd; bestempelen bestempelt bestempelde bestempelden bestempeld;
kwalificeren kwalificeert kwalificeerde kwalificeerden gekwalificeerd; typeren typeert typeerde typeerden getypeerd;
pleiten pleit pleitte pleitten gepleit; bepleiten bepleit bepleitte bepleitten bepleit; hameren hamert hamerde hamerden gehamerd;
wijzen wijst wees wezen gewezen; garanderen garandeert garandeerde garandeerden gegarandeerd;
vragen vraagt vroeg vroegen gevraagd; tonen toont toonde toonden getoond; ramen raamt raamde raamden geraamd;
wensen wenst wenste wensten gewenst; beschouwen beschouwt beschouwde beschouwden beschouwd; spreken spreekt sprak spraken gesproken;
ontdekken ontdekt ontdekte ontdekten ontdekt; herinneren herinnert herinnerde herinnerden herinnerd;
realiseren realiseert realiseerde realiseerden gerealiseerd; verdedigen verdedigt verdedigde verdedigden verdedigd;
beslissen beslist besliste beslisten beslist; voorzien voorziet voorzag voorzagen voorzien; bedenken bedenkt bedacht bedachten bedacht; horen hoort hoorde hoorden gehoord";

const MANNER: &str = "
speculeren speculeert speculeerde speculeerden gespeculeerd; smeken smeekt smeekte smeekten gesmeekt;
orakelen orakelt orakelde orakelden georakeld; profeteren profeteert profeteerde profeteerden geprofeteerd;
meesmuilen meesmuilt meesmuilde meesmuilden gemeesmuild; preken preekt preekte preekten gepreekt;
doceren doceert doceerde doceerden gedoceerd; biechten biecht biechtte biechtten gebiecht;
decreteren decreteert decreteerde decreteerden gedecreteerd; oreren oreert oreerde oreerden georeerd;
ventileren ventileert ventileerde ventileerden geventileerd; gokken gokt gokte gokten gegokt;
observeren observeert observeerde observeerden geobserveerd; sussen sust suste susten gesust;
vermanen vermaant vermaande vermaanden vermaand; spotten spot spotte spotten gespot;
monkelen monkelt monkelde monkelden gemonkeld; stoefen stoeft stoefte stoeften gestoeft;
sakkeren sakkert sakkerde sakkerden gesakkerd; protesteren protesteert protesteerde protesteerden geprotesteerd;
counteren countert counterde counterden gecounterd; blaffen blaft blafte blaften geblaft; grommen gromt gromde gromden gegromd;
prevelen prevelt prevelde prevelden gepreveld; peinzen peinst peinsde peinsden gepeinsd;
hakkelen hakkelt hakkelde hakkelden gehakkeld; stotteren stottert stotterde stotterden gestotterd;
herhalen herhaalt herhaalde herhaalden herhaald; beschuldigen beschuldigt beschuldigde beschuldigden beschuldigd;
hekelen hekelt hekelde hekelden gehekeld; bekritiseren bekritiseert bekritiseerde bekritiseerden bekritiseerd;
veroordelen veroordeelt veroordeelde veroordeelden veroordeeld; roemen roemt roemde roemden geroemd;
klagen klaagt klaagde klaagden geklaagd; morren mort morde morden gemord; foeteren foetert foeterde foeterden gefoeterd;
sneren sneert sneerde sneerden gesneerd; schamperen schampert schamperde schamperden geschamperd;
smalen smaalt smaalde smaalden gesmaald; brommen bromt bromde bromden gebromd; mompelen mompelt mompelde mompelden gemompeld;
fluisteren fluistert fluisterde fluisterden gefluisterd; roepen roept riep riepen geroepen;
schreeuwen schreeuwt schreeuwde schreeuwden geschreeuwd; brullen brult brulde brulden gebruld;
kreunen kreunt kreunde kreunden gekreund; snikken snikt snikte snikten gesnikt;
stamelen stamelt stamelde stamelden gestameld; jubelen jubelt jubelde jubelden gejubeld;
juichen juicht juichte juichten gejuicht; tieren tiert tierde tierden getierd; grappen grapt grapte grapten gegrapt;
schertsen schertst schertste schertsten geschertst; grinniken grinnikt grinnikte grinnikten gegrinnikt;
gniffelen gniffelt gniffelde gniffelden gegniffeld; instemmen instemt instemde instemden ingestemd;
overpeinzen overpeinst overpeinsde overpeinsden overpeinsd; vloeken vloekt vloekte vloekten gevloekt;
manen maant maande maanden gemaand; verwijten verwijt verweet verweten verweten;
jammeren jammert jammerde jammerden gejammerd; commanderen commandeert commandeerde commandeerden gecommandeerd;
snauwen snauwt snauwde snauwden gesnauwd; briesen briest brieste briesten gebriest;
bulderen buldert bulderde bulderden gebulderd; sputteren sputtert sputterde sputterden gesputterd;
pochen pocht pochte pochten gepocht; opscheppen opschept opschepte opschepten opgeschept";

const BESIDE: &str = "
zuchten zucht zuchtte zuchtten gezucht; lachen lacht lachte lachten gelachen;
glimlachen glimlacht glimlachte glimlachten geglimlacht; grijnzen grijnst grijnsde grijnsden gegrijnsd;
knikken knikt knikte knikten geknikt; klinken klinkt klonk klonken geklonken;
besluiten besluit besloot besloten besloten; lezen leest las lazen gelezen;
vatten vat vatte vatten gevat; onderbreken onderbreekt onderbrak onderbraken onderbroken;
interrumperen interrumpeert interrumpeerde interrumpeerden geïnterrumpeerd;
informeren informeert informeerde informeerden geïnformeerd; verraden verraadt verraadde verraadden verraden;
tekenen tekent tekende tekenden getekend; staan staat stond stonden gestaan;
twijfelen twijfelt twijfelde twijfelden getwijfeld; begrijpen begrijpt begreep begrepen begrepen;
aanhouden aanhoudt aanhield aanhielden aangehouden; troosten troost troostte troostten getroost;
bidden bidt bad baden gebeden; adverteren adverteert adverteerde adverteerden geadverteerd;
zingen zingt zong zongen gezongen; leren leert leerde leerden geleerd; beginnen begint begon begonnen begonnen";

/// Verbs that take a thing and a judgement on it.
const JUDGES: &[&str] = &[
    "vinden",
    "noemen",
    "achten",
    "bestempelen",
    "kwalificeren",
    "typeren",
    "omschrijven",
    "beschouwen",
    "spreken",
    "beschrijven",
];

/// What somebody has: `is de indruk van X`.
pub(super) const OPINIONS: &[&str] = &[
    "indruk",
    "mening",
    "overtuiging",
    "conclusie",
    "oordeel",
    "verwachting",
    "boodschap",
    "stelling",
    "analyse",
    "inschatting",
    "advies",
    "standpunt",
    "opvatting",
    "reactie",
    "antwoord",
    "vermoeden",
    "waarschuwing",
    "hoop",
    "ervaring",
    "commentaar",
    "woorden",
    "ogen",
];

/// What somebody has, and says behind a colon or `is dat`: `Haar oplossing: …`
pub(super) const OWN_OPINIONS: &[&str] = &[
    "oplossing",
    "ideaalbeeld",
    "ideaal",
    "voorstel",
    "devies",
    "motto",
    "verklaring",
    "uitleg",
    "voorspelling",
    "argument",
    "redenering",
    "pleidooi",
    "tip",
];

/// A lower-case word with the ending of a third person: `vreest`.
pub(super) fn looks_finite(word: &str) -> bool {
    const PASTS: &[&str] = &[
        "bezocht",
        "bracht",
        "dacht",
        "kocht",
        "onderzocht",
        "verkocht",
        "zocht",
        "ging",
        "hing",
        "keek",
        "koos",
        "kwam",
        "las",
        "liep",
        "lag",
        "nam",
        "reed",
        "riep",
        "schoot",
        "schreef",
        "sloeg",
        "sloot",
        "sprak",
        "stak",
        "stond",
        "trok",
        "verliet",
        "verloor",
        "at",
        "besloot",
        "bood",
        "brak",
        "dreef",
        "dronk",
        "droeg",
        "genoot",
        "greep",
        "kroop",
        "leed",
        "ontving",
        "schonk",
        "schoof",
        "schrok",
        "sliep",
        "sneed",
        "sprong",
        "steeg",
        "stierf",
        "verdween",
        "vloog",
        "wees",
        "wierp",
        "zong",
        "zweeg",
        "zwom",
        "stopte",
        "werkte",
        "belde",
        "woonde",
        "speelde",
        "stapte",
        "trouwde",
        "verhuisde",
        "studeerde",
        "opende",
        "haalde",
        "begon",
        "overleed",
        "verscheen",
        "startte",
        "vertrok",
        "vond",
        "vroeg",
        "werd",
        "wist",
        "won",
        "zag",
        "zat",
    ];
    PASTS.contains(&word)
        || word.ends_with('t')
            && ![
                "cht", "st", "eit", "kunst", "ent", "aat", "iet", "ret", "vaart", "markt", "sport",
                "port",
            ]
            .iter()
            .any(|end| word.ends_with(end))
}

/// Words that a fixed expression with a source begins with, besides what somebody has.
const BEGIN_PHRASES: &[&str] = &[
    "als", "aldus", "bleek", "blijkt", "haar", "klinkt", "klonk", "leerde", "leert", "luidde",
    "luidden", "luiden", "luidt", "om", "staat", "stond", "toonde", "toont", "volgens", "wat",
    "zeggen", "zijn",
];

/// Whether a fixed expression may begin with `lower`, a word in lower case: asked once for each word, as every word of the
/// text is looked at.
pub(super) fn begins_phrase(lower: &str) -> bool {
    BEGIN_PHRASES.contains(&lower) || OPINIONS.contains(&lower) || OWN_OPINIONS.contains(&lower)
}

static CUES: LazyLock<HashMap<String, Cue, RandomState>> = LazyLock::new(|| {
    let mut cues = HashMap::default();
    for (force, list) in [
        (Force::Say, SAY),
        (Force::Hold, HOLD),
        (Force::Manner, MANNER),
        (Force::Beside, BESIDE),
    ] {
        for verb in list.split(';') {
            add(&mut cues, force, verb);
        }
    }
    cues
});

/// Adds the forms of one verb.
fn add(cues: &mut HashMap<String, Cue, RandomState>, force: Force, verb: &'static str) {
    let mut words = verb.split_ascii_whitespace();
    let Some(infinitive) = words.next() else {
        return;
    };
    let (particle, stem) = infinitive
        .split_once('|')
        .map_or((None, infinitive), |(p, s)| (Some(p), s));
    let judges = JUDGES.contains(&stem);
    let forms = [
        (Some(stem), Form::Plural),
        (words.next(), Form::Singular),
        (words.next(), Form::Singular),
        (words.next(), Form::Plural),
    ];
    for (word, form) in forms {
        let Some(word) = word else { continue };
        let Some(particle) = particle else {
            let cue = cues.entry(word.to_owned()).or_insert(Cue {
                force: None,
                form,
                particles: &[],
                judges,
            });
            if cue.force.is_none() {
                cue.force = Some(force);
            }
            continue;
        };
        let joined = Cue {
            force: Some(force),
            form,
            particles: &[],
            judges: false,
        };
        cues.entry(format!("{particle}{word}")).or_insert(joined);
        let stem = cues.entry(word.to_owned()).or_insert(Cue {
            force: None,
            form,
            particles: &[],
            judges: false,
        });
        stem.particles = particles_of(word);
    }
    if let Some(participle) = words.next() {
        cues.entry(participle.to_owned()).or_insert(Cue {
            force: Some(force),
            form: Form::Participle,
            particles: &[],
            judges: false,
        });
    }
}

/// The particles that go with the stem `word`.
fn particles_of(word: &str) -> &'static [&'static str] {
    match word {
        "geeft" | "gaf" | "gaven" | "geven" => &["aan", "toe", "mee", "kennen", "verstaan"],
        "rekent" | "rekende" | "rekenden" | "rekenen" => &["voor", "uit"],
        "merkt" | "merkte" | "merkten" | "merken" | "biecht" | "biechtte" | "biechtten"
        | "biechten" | "somt" | "somde" | "somden" | "sommen" => &["op"],
        "deelt" | "deelde" | "deelden" | "delen" => &["mee", "mede"],
        "legt" | "legde" | "legden" | "leggen" | "nodigt" | "nodigde" | "nodigden" | "nodigen" => {
            &["uit"]
        }
        "licht" | "lichtte" | "lichtten" | "lichten" | "voegt" | "voegde" | "voegden"
        | "voegen" | "zegt" | "zei" | "zeiden" | "zeggen" | "juicht" | "juichte" | "juichten"
        | "juichen" | "bijt" | "beet" | "beten" | "bijten" => &["toe"],
        "gaat" | "ging" | "gingen" | "gaan" => &["door", "verder", "voort"],
        "laat" | "liet" | "lieten" | "laten" => &[
            "weten",
            "doorschemeren",
            "optekenen",
            "verstaan",
            "noteren",
            "blijken",
            "merken",
        ],
        "wil" | "wilde" | "wilden" | "willen" => &["weten"],
        "vat" | "vatte" | "vatten" => &["samen"],
        "zet" | "zette" | "zetten" => &["uiteen"],
        "stelt" | "stelde" | "stelden" | "stellen" => &["vast", "voor"],
        "houdt" | "hield" | "hielden" | "houden" => &["vol", "voor"],
        "blikt" | "blikte" | "blikten" | "blikken" | "kijkt" | "keek" | "keken" | "kijken" => {
            &["terug"]
        }
        "roept" | "riep" | "riepen" | "roepen" => &["op", "uit"],
        "werpt" | "wierp" | "wierpen" | "werpen" => &["tegen", "op"],
        "zwakt" | "zwakte" | "zwakten" | "zwakken" => &["af"],
        "spreekt" | "sprak" | "spraken" | "spreken" => &["tegen"],
        "brengt" | "bracht" | "brachten" | "brengen" => &["in", "uit", "tegenin", "voren"],
        "maakt" | "maakte" | "maakten" | "maken" => {
            &["bekend", "duidelijk", "kenbaar", "wereldkundig"]
        }
        "schat" | "schatte" | "schatten" => &["in"],
        "sluit" | "sloot" | "sloten" | "sluiten" => &["af", "uit"],
        "valt" | "viel" | "vielen" | "vallen" => &["bij"],
        "vult" | "vulde" | "vulden" | "vullen" => &["aan", "in"],
        _ => &["aan"],
    }
}

/// The cue that `lower` is, a word in lower case.
pub(super) fn cue(lower: &str) -> Option<Cue> {
    CUES.get(lower).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_verb_of_saying_is_a_cue() {
        for form in ["zegt", "zei", "zeggen", "zeiden", "gezegd"] {
            assert_eq!(cue(form).and_then(|c| c.force), Some(Force::Say), "{form}");
        }
    }

    #[test]
    fn a_separable_stem_is_nothing_without_its_particle() {
        let legt = cue("legt").expect("known");
        assert_eq!(legt.force, None);
        assert_eq!(legt.particles, ["uit"]);
        assert_eq!(cue("uitlegt").and_then(|c| c.force), Some(Force::Say));
    }

    #[test]
    fn a_stem_that_is_a_verb_of_its_own_keeps_that_sense() {
        let stelt = cue("stelt").expect("known");
        assert_eq!(stelt.force, Some(Force::Say));
        assert!(stelt.particles.contains(&"vast"));
    }
}
