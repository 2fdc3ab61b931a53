//! The closed classes of Dutch: words that name nobody and hold a sentence together.
//!
//! What a word *may* be, not what it is here: `zijn` is a verb and a possessive at once, and the rules decide by
//! what stands around it. A class is a bit, so that one look-up answers every question about a word.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// `stad`.
    Lower,
    /// `Stad`, `McDonald`, `TU-rector`.
    Capital,
    /// `NAVO`: two capitals or more, and nothing else but digits and hyphens.
    Upper,
    /// `J.P.`
    Initials,
}

/// A set of closed classes, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    /// No class.
    pub(super) const NONE: Self = Self(0);
    /// Articles, demonstratives, possessives, quantifiers: what opens a noun phrase.
    pub(super) const DETERMINER: Self = Self(1);
    /// `van`, `aan`, `bij` …
    pub(super) const PREPOSITION: Self = Self(1 << 1);
    /// `en`, `of`, `maar`, `want`, `dus`.
    pub(super) const CONJUNCTION: Self = Self(1 << 2);
    /// What opens a sub-clause: `dat`, `omdat`, `zoals`.
    pub(super) const SUBORDINATOR: Self = Self(1 << 3);
    /// What may stand between a verb and its subject: `ook`, `dan`, `vervolgens`.
    pub(super) const ADVERB: Self = Self(1 << 4);
    /// `hij`.
    pub(super) const HE: Self = Self(1 << 5);
    /// `zij`, `ze`.
    pub(super) const SHE: Self = Self(1 << 6);
    /// `hem`, `haar`, `hen`: after a preposition.
    pub(super) const OBJECT: Self = Self(1 << 7);
    /// Finite forms of the commonest verbs, which are no cue.
    pub(super) const FINITE: Self = Self(1 << 8);
    /// Small words inside a surname: `van`, `de`, `der`, `'t`.
    pub(super) const PARTICLE: Self = Self(1 << 9);
    /// `prof.`, `dr`, `mevrouw`: titles that are no part of the name.
    pub(super) const TITLE: Self = Self(1 << 10);
    /// `ik`, `wij`, `je`, `u`, `men`: persons of whom nothing is reported.
    pub(super) const SELF: Self = Self(1 << 11);
    /// `niet`, `geen`, `noch`, `nooit`: what denies.
    pub(super) const DENIAL: Self = Self(1 << 12);
    /// `dat`, `dit`, `zo`, `daarmee`: points back to the sentence before.
    pub(super) const POINTER: Self = Self(1 << 13);
    /// Adjectives of office that stand before a role without an ending of their own: `oud`, `ex`, `emeritus`.
    pub(super) const OFFICE: Self = Self(1 << 14);
    /// `boek`, `film`, `rapport`, `term`, `zogenaamde`: what is named, not said, between marks.
    pub(super) const TITLED: Self = Self(1 << 15);
    /// `mensen`, `tegenstanders`, `economen`: groups that say things.
    pub(super) const GROUP: Self = Self(1 << 16);
    /// `onderzoek`, `rapport`, `cijfers`: documents that say things.
    pub(super) const DOCUMENT: Self = Self(1 << 17);
    /// `een`: opens what the reader does not know yet.
    pub(super) const INDEFINITE: Self = Self(1 << 18);
    /// `jongen`, `vrouw`, `vader`, `woordvoerder`: somebody, without a role worth a line of its own.
    pub(super) const SOMEBODY: Self = Self(1 << 19);
    /// `volgens`.
    pub(super) const ACCORDING: Self = Self(1 << 20);
    /// `mevrouw`, `zus`, `moeder`: a woman.
    pub(super) const FEMALE: Self = Self(1 << 21);
    /// `meneer`, `broer`, `vader`: a man.
    pub(super) const MALE: Self = Self(1 << 22);
    /// `die`, `wie`, `dat` after a noun: opens a relative clause.
    pub(super) const RELATIVE: Self = Self(1 << 23);
    /// `mij`, `ons`, `eigen`, `wet`, `planning`: after `volgens` no source.
    pub(super) const NO_SOURCE: Self = Self(1 << 24);
    /// `hoe`, `wat`, `waarom`: opens a reported question.
    pub(super) const QUESTION: Self = Self(1 << 25);
    /// `gemeente`, `ministerie`, `stichting`: a body of which the name follows.
    pub(super) const BODY: Self = Self(1 << 26);
    /// `stel`, `alsof`, `iemand`, `trant`: what is said is imagined.
    pub(super) const IMAGINED: Self = Self(1 << 27);

    /// True where the two have a class in common.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Both sets together.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// In no class at all.
    pub(super) const fn is_open(self) -> bool {
        self.0 == 0
    }
}

/// Every word of a closed class, by class. A word may stand in several.
const TABLE: &[(Class, &str)] = &[
    (
        Class::DETERMINER,
        "de het een 't 'n die deze dit dat zijn haar hun mijn onze ons uw je jouw z'n m'n d'r elke elk ieder iedere alle \
         sommige enkele enige verschillende meerdere diverse veel vele velen andere beide twee drie vier vijf zes tien geen",
    ),
    (Class::INDEFINITE, "een 'n ene"),
    (
        Class::PREPOSITION,
        "van aan bij in op voor uit met over onder tot tegen door naar om te ter ten per na sinds tijdens binnen buiten \
         tussen rond langs achter naast namens via vanuit vanaf zonder wegens vanwege dankzij ondanks volgens uit \
         omtrent jegens inzake betreffende tegenover richting behalve",
    ),
    (Class::ACCORDING, "volgens aldus"),
    (Class::CONJUNCTION, "en of maar want dus noch doch"),
    (
        Class::SUBORDINATOR,
        "dat omdat doordat zodat opdat nadat voordat totdat als toen terwijl hoewel ofschoon indien tenzij mits zoals \
         alsof of wanneer zodra zolang aangezien waardoor waarbij waarmee waarin waarop waarvan waarvoor waarna waarom \
         die wie wat hoe waar welke",
    ),
    (
        Class::RELATIVE,
        "die dat wie wat wiens waarvan waarbij waarin waarop",
    ),
    (
        Class::QUESTION,
        "hoe wat waarom of wie welke hoeveel waar wanneer in",
    ),
    (
        Class::ADVERB,
        "ook dan nog wel toch daarom daarop daarover daarbij daarna vervolgens inmiddels zelf eerder later gisteren vandaag \
         morgen vanochtend vanmiddag vanavond nu toen weer alweer echter bovendien verder immers ondertussen intussen \
         vooral juist zelfs alvast meteen direct onlangs recent recentelijk destijds lachend wel eens altijd vaak soms dus \
         al er hierover hier daar maar eveneens tevens evenwel eerst net stellig nuchter resoluut stoer trots enthousiast \
         opgelucht boos emotioneel eerlijk openlijk nadrukkelijk telefonisch schriftelijk desgevraagd maandag dinsdag \
         woensdag donderdag vrijdag zaterdag zondag even zojuist namelijk overigens graag letterlijk onomwonden kort \
         uiteindelijk tegelijkertijd tegelijk voorzichtig glimlachend begin eind halverwege ooit steeds zo daarmee hiermee \
         opnieuw snel niet nooit inderdaad trouwens helder ferm stug laconiek beslist fel",
    ),
    (Class::HE, "hij ie"),
    (Class::SHE, "zij ze"),
    (Class::OBJECT, "hem haar hen hun"),
    (
        Class::SELF,
        "ik wij we je jij u jullie men mij me ons mijzelf",
    ),
    (
        Class::FINITE,
        "is was waren ben bent zijn heeft had hadden hebben wordt werd werden worden kan kon konden kunnen moet moest moesten \
         moeten wil wilde wilden willen zal zou zouden zullen mag mocht mochten mogen gaat ging gingen gaan komt kwam kwamen \
         komen doet deed deden doen blijft bleef bleven blijven lijkt leek leken lijken hoeft hoeven hoefde laat liet lieten \
         laten staat stond stonden staan ligt lag lagen liggen zit zat zaten zitten krijgt kreeg kregen krijgen maakt maakte \
         maakten maken neemt nam namen nemen houdt hield hielden loopt liep liepen gebeurt gebeurde betekent betekende \
         speelt speelde draait draaide begint begon begonnen werkt werkte werkten werken woont woonde leeft leefde heet \
         heette blijkt bleek bleken schijnt scheen dreigt dreigde gaf geven geeft zet zette brengt bracht helpt hielp \
         ontstaat ontstond ontbreekt ontbrak bestaat bestond valt viel vallen vielen stijgt steeg daalt daalde groeit \
         groeide zorgt zorgde geldt gold volgt volgde leidt leidde hoort hoorde horen kost kostte kosten levert leverde \
         verdient verdiende verdwijnt verdween verandert veranderde biedt bood gebruikt gebruikte zoekt zocht vindt \
         dient diende rijdt reed kiest koos vraagt heerst speelden weten weet verloopt verliep slaat sloeg spreekt wacht \
         bevat bevatte scoort scoorde raakt raakte trekt trok schiet schoot toont wint won wonnen verliest verloor \
         vormt vormde verkeert past paste klopt klopte",
    ),
    (
        Class::PARTICLE,
        "van de den der het 't ten ter te uit in op aan bij over onder tot voor d' la du le von zu da dos del della di el al \
         bin ben 's vanden vander ver lo mc des af",
    ),
    (
        Class::TITLE,
        "prof prof. professor dr dr. ir ir. mr mr. drs drs. ing ing. ds ds. mgr mgr. dhr dhr. mw mw. mevr mevr. meneer \
         mevrouw mevr jhr jhr. jonkheer dominee pastoor zuster lic lic. heer",
    ),
    (
        Class::FEMALE,
        "mevrouw mevr mevr. mw mw. zus zuster moeder dochter oma tante vrouw vriendin echtgenote meisje weduwe koningin prinses",
    ),
    (
        Class::MALE,
        "meneer dhr dhr. heer broer vader zoon opa oom man vriend echtgenoot jongen weduwnaar koning prins pastoor pater",
    ),
    (Class::DENIAL, "niet geen noch nooit niemand nauwelijks"),
    (Class::POINTER, "dat dit zo daarmee hiermee aldus"),
    (
        Class::OFFICE,
        "oud ex emeritus voormalig toenmalig demissionair waarnemend plaatsvervangend universitair associate assistant senior junior \
         algemeen adjunct fungerend aankomend interim freelance parlementair regionaal nationaal technisch commercieel financieel \
         wetenschappelijk artistiek zakelijk creatief politiek medisch klinisch marien openbaar lead chief hoofd eerste vice vice- marketing \
         bijzonder gewoon honorair aspirant kandidaat medeoprichter",
    ),
    (
        Class::TITLED,
        "boek boeken film films rapport artikel programma documentaire lied liedje nummer album stichting term termen woord woorden \
         begrip begrippen kopje kop genre titel titels roman serie reeks podcast expositie tentoonstelling rubriek bundel essay \
         proefschrift project campagne leus leuze leuzen slogan slogans kreet kreten tekst teksten motto sticker stickers bord \
         borden spandoek hashtag tijdschrift blad krant site website bijnaam naam zogenaamd zogenaamde zogeheten zogenoemde \
         zogenoemd genaamd genoemd getiteld getitelde geheten heet heette soort naamloze vereniging initiatief toneelstuk \
         voorstelling musical gedicht column blog dossier nota thema kwalificatie etiket label videoclip single hit game",
    ),
    (
        Class::GROUP,
        "mensen tegenstanders voorstanders critici economen experts deskundigen onderzoekers wetenschappers artsen inwoners bewoners \
         omwonenden velen sommigen anderen politici partijen ouders leerkrachten docenten leraren studenten ondernemers boeren vakbonden \
         ontwerpers makers initiatiefnemers betrokkenen deelnemers actievoerders demonstranten medewerkers werknemers werkgevers \
         vrijwilligers kringen ambtenaren kamerleden raadsleden advocaten juristen analisten historici psychologen \
         organisatoren organisatie bronnen ingewijden kenners getuigen ooggetuigen slachtoffers nabestaanden lezers kijkers \
         bezoekers klanten gebruikers patiënten verpleegkundigen huisartsen specialisten architecten wereld sector branche \
         bedrijven scholen gemeenten ziekenhuizen universiteiten media kranten auteurs schrijvers rechters agenten aanklagers \
         aanhangers supporters volgelingen buren familieleden oppositie coalitie regering kabinet meerderheid minderheid milieuorganisaties organisaties instanties partners",
    ),
    (
        Class::DOCUMENT,
        "onderzoek onderzoeken rapport rapporten studie studies cijfers statistieken statuten wetenschap peiling enquête analyse \
         verslag brief verklaring persbericht advies vonnis dagvaarding aanklacht begroting jaarverslag planbureau evaluatie \
         theorie bericht berichten krant tekst peilingen gegevens schattingen berekeningen artikel boek website handleiding",
    ),
    (
        Class::SOMEBODY,
        "man vrouw jongen meisje vader moeder zoon dochter broer zus oma opa oom tante vriend vriendin buurman buurvrouw \
         woordvoerder woordvoerster zegsman zegsvrouw ingewijde betrokkene respondent deelnemer deelneemster bezoeker bezoekster \
         demonstrant demonstrante activist activiste ooggetuige getuige slachtoffer bewoner bewoonster omwonende inwoner \
         medewerker medewerkster collega patiënt patiënte klant leerling student studente scholier reiziger passagier \
         toeschouwer supporter kijker lezer lezeres verdachte automobilist stem kind ander voorbijganger gast dame bron",
    ),
    (
        Class::NO_SOURCE,
        "mij ons jou jullie u eigen wet planning plan rol traditie afspraak protocol schema methode principe \
         model richtlijn richtlijnen regels norm boekje dezelfde hetzelfde vaste verwachting recept procedure een",
    ),
    (
        Class::BODY,
        "gemeente provincie ministerie stichting vereniging vakbond bureau omroep koepel partij bedrijf onderneming bank \
         verzekeraar energiebedrijf onderzoeksbureau adviesbureau denktank instituut universiteit hogeschool ziekenhuis krant \
         dagblad brancheorganisatie werkgeversorganisatie milieuorganisatie organisatie werkgroep actiegroep netwerk \
         fractie politie rechtbank inspectie autoriteit raad commissie koepelorganisatie belangenvereniging supermarktketen \
         persbureau nieuwszender zender maatschappij luchtvaartmaatschappij start-up techbedrijf telecombedrijf club \
         voetbalclub waterschap veiligheidsregio centrale instelling ggz-instelling concern uitgeverij museum theater festival",
    ),
    (
        Class::IMAGINED,
        "stel alsof iemand trant zeggende denkbeeldig zogenaamd zogezegd",
    ),
];

static WORDS: LazyLock<HashMap<&'static str, Class, RandomState>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Class, RandomState> = HashMap::default();
    for &(class, list) in TABLE {
        for word in list.split_ascii_whitespace() {
            let entry = words.entry(word).or_default();
            *entry = entry.or(class);
        }
    }
    words
});

/// The classes of `lower`, a word in lower case with straight apostrophes.
pub(super) fn class_of(lower: &str) -> Class {
    WORDS.get(lower).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_in_several_classes() {
        let dat = class_of("dat");
        assert!(dat.any(Class::DETERMINER) && dat.any(Class::SUBORDINATOR));
        assert!(!dat.any(Class::PREPOSITION));
        assert!(class_of("dijkverzwaring").is_open());
    }
}
