use super::{Advice, FEW, Slip, both_readings, flaw_fr, identity, in_one_piece, keys, listed, number_and_unit, say};
use crate::domain::{Objection, Refusal};
use crate::read::{Kind, Problem};

pub(super) fn problem(problem: &Problem) -> Advice {
    match problem {
        Problem::Unreadable { message } => unreadable(message),
        Problem::NotAFile { folder: true } => say(
            "C'est un répertoire qui porte le nom d'un fichier YAML.",
            "Le renommer, ou donner les fichiers qu'il contient.",
        ),
        Problem::NotAFile { folder: false } => say(
            "Ce n'est pas un fichier ordinaire\u{a0}: un tube, une prise ou un périphérique.",
            "Le retirer du répertoire, ou en faire un fichier de texte.",
        ),
        Problem::Encoding { found } if found == "binary" => say(
            "Ce fichier n'est pas du texte.",
            "Vérifier que c'est le bon fichier\u{a0}; un dossier est un fichier de texte en UTF-8.",
        ),
        Problem::Encoding { found } => say(
            format!("Le fichier est codé en {found}."),
            "L'enregistrer en UTF-8\u{a0}: «\u{a0}Enregistrer sous\u{a0}», puis choisir le codage UTF-8.",
        ),
        Problem::TooLarge { bytes, most } => say(
            format!("Le fichier compte {bytes} octets\u{a0}; un dossier en compte {most} au plus."),
            "Vérifier que c'est le bon fichier.",
        ),
        Problem::TooDeep => say(
            "Des listes ou des clés sont imbriquées plus profondément qu'aucun dossier ne le demande.",
            "Vérifier les crochets, les accolades et le retrait de cette ligne.",
        ),
        Problem::Repetition => say(
            "Des renvois YAML (`*nom`) répètent le même texte sans fin, ou bien trop de fois.",
            "Écrire les valeurs elles-mêmes, sans `&` ni `*`.",
        ),
        Problem::Tag => {
            say("Les étiquettes YAML (`!nom`) ne servent pas ici.", "Retirer le `!` et le mot qui le suit.")
        }
        Problem::Quotation => say(
            "Le texte ouvert par ce guillemet ne finit pas où il devrait.",
            "Le fermer sur la même ligne\u{a0}; à l'intérieur, écrire \\\" entre guillemets doubles, '' entre apostrophes.",
        ),
        Problem::Syntax { message } => syntax(message),
        Problem::ManyDocuments => {
            say("Le fichier contient plusieurs documents.", "Écrire un dossier par fichier\u{a0}: retirer ce `---`.")
        }
        Problem::EmptyFile => {
            say("Le fichier ne dit rien.", "`regards new` écrit un dossier à remplir, commenté ligne par ligne.")
        }
        Problem::Tab => say("Une tabulation tient lieu de retrait.", "La remplacer par des espaces, deux par niveau."),
        Problem::ControlCharacter => say(
            "Un caractère invisible qui commande le terminal ou retourne le texte se cache ici.",
            "L'effacer, au besoin en retapant le texte.",
        ),
        Problem::Notation { written } => say(
            format!("`{written}` se lit facilement de travers."),
            "L'écrire en chiffres ordinaires, comme 64 ou 1.2, ou entre guillemets si c'est un texte.",
        ),
        Problem::DecimalComma { written, meant } => decimal_comma(written, meant.as_deref()),
        Problem::UnknownKey { key, .. } if key == "<<" => {
            say("La fusion de clés (`<<`) ne sert pas ici.", "Écrire les clés et leurs valeurs elles-mêmes.")
        }
        Problem::UnknownKey { key, known, nearest } => {
            say(format!("`{key}` n'est pas une clé à cet endroit."), instead(known, nearest.as_deref()))
        }
        Problem::Identity { key } => say(
            format!("`{key}` identifierait la personne\u{a0}; un dossier ne porte qu'un alias."),
            "Retirer la clé. L'identité a sa place dans un fichier de correspondance séparé, jamais projeté.",
        ),
        Problem::MissingKey { key } => {
            say(format!("Il manque `{key}`, qui est obligatoire ici."), format!("Ajouter `{key}:` et sa valeur."))
        }
        Problem::DuplicateKey { key, first_line } => say(
            format!("`{key}` est écrit deux fois\u{a0}; la première est à la ligne {first_line}."),
            "N'en garder qu'une.",
        ),
        Problem::UnknownWord { written, known, nearest } => {
            say(format!("`{written}` n'est pas dans la liste."), instead(known, nearest.as_deref()))
        }
        Problem::WrongKind { found, expected } => wrong_kind(*found, *expected),
        Problem::Refused(cause) => refusal(cause),
        Problem::Objected(cause) => objection(cause),
        Problem::Flawed(flaw) => flaw_fr::flaw(flaw),
        Problem::Misidentified(flaw) => identity::fr(flaw),
        Problem::Keyed(flaw) => keys::fr(flaw),
        Problem::Other { message } => say(
            format!("Cette valeur ne peut pas être lue\u{a0}: {message}."),
            "La comparer à celle d'un dossier fourni.",
        ),
    }
}

fn unreadable(message: &str) -> Advice {
    if message.contains("No such file") {
        return say("Ce fichier ou ce répertoire n'existe pas.", "Vérifier le nom et l'endroit.");
    }
    if message.contains("ermission denied") {
        return say("Le système refuse de lire ce fichier.", "Vérifier les droits de lecture.");
    }
    say(format!("Le système n'a pas pu lire le fichier\u{a0}: {message}."), "Vérifier le fichier et le disque.")
}

fn decimal_comma(written: &str, meant: Option<&str>) -> Advice {
    let hint = match meant {
        Some(meant) => format!("Écrire `{meant}` avec un point, ou `\"{written}\"` entre guillemets."),
        None => readings(written),
    };
    say(format!("Entre accolades, la virgule de `{written}` sépare deux entrées."), hint)
}

fn readings(written: &str) -> String {
    let (decimals, thousands) = both_readings(written);
    format!("Écrire `{decimals}` ou `{thousands}`, selon ce qui est vrai.")
}

fn syntax(message: &str) -> Advice {
    match Slip::of(message) {
        Slip::ColonInText => say(
            "Un deux-points suivi d'une espace fait de ce texte une clé.",
            "Mettre tout le texte entre guillemets, ou vérifier le retrait de la ligne.",
        ),
        Slip::NoColon => say(
            "Cette ligne n'a pas la forme `clé: valeur`.",
            "Mettre deux-points et une espace après la clé, comme `ptga: 64`.",
        ),
        Slip::NotClosed => say(
            "Un crochet ou une accolade reste ouvert, ou une virgule manque.",
            "Fermer chaque `[` par `]` et chaque `{` par `}`, séparer les entrées par `, `.",
        ),
        Slip::ListInLine => say(
            "Une liste commence au milieu d'une ligne.",
            "Aller à la ligne avant le premier `- `, ou écrire `[a, b]`.",
        ),
        Slip::Indentation => say(
            "Cette ligne n'est pas en retrait comme ses voisines.",
            "Aligner les clés d'un même niveau sur la même colonne, avec des espaces.",
        ),
        Slip::UnknownAlias => say(
            "`*` renvoie à un texte qui n'est défini nulle part.",
            "Écrire la valeur elle-même\u{a0}; si c'est du texte, la mettre entre guillemets.",
        ),
        Slip::Escape => say(
            "La barre oblique inverse `\\` a un sens particulier entre guillemets doubles.",
            "Écrire `\\\\`, ou mettre le texte entre apostrophes.",
        ),
        Slip::Character => say(
            "Une valeur ne peut pas commencer par ce caractère.",
            "Mettre le texte entre guillemets, ou remplacer la tabulation par des espaces.",
        ),
        Slip::NoValue => say(
            "Entre accolades, un deux-points n'est pas suivi d'une espace et d'une valeur.",
            "Écrire une valeur, `unknown`, ou retirer la clé.",
        ),
        Slip::KeyNotAWord => say("Une clé est un mot, pas une liste.", "Écrire `clé: valeur`."),
        Slip::Other => say(
            format!("Ce n'est pas du YAML ({message})."),
            "Vérifier le retrait, les deux-points et les guillemets de cette ligne et de la précédente.",
        ),
    }
}

pub(super) fn instead(known: &[String], nearest: Option<&str>) -> String {
    let (list, more) = listed(known);
    let other = if known.iter().any(|word| word == "other") { " Sinon\u{a0}: `other`." } else { "" };
    match (nearest, more) {
        (Some(nearest), false) if known.len() <= FEW => {
            format!("Vouliez-vous dire `{nearest}`\u{a0}? Attendu\u{a0}: {list}.")
        }
        (Some(nearest), _) => format!("Vouliez-vous dire `{nearest}`\u{a0}?"),
        (None, false) => format!("Attendu\u{a0}: {list}."),
        (None, true) => format!("Attendu\u{a0}: {list}, … (`regards schema` donne toute la liste).{other}"),
    }
}

fn wrong_kind(found: Kind, expected: Kind) -> Advice {
    let kind = |kind| match kind {
        Kind::Empty => "rien",
        Kind::Scalar => "une valeur seule",
        Kind::List => "une liste",
        Kind::Map => "des clés et leurs valeurs",
    };
    let hint = match (found, expected) {
        (Kind::Empty, Kind::List) => "Écrire les entrées entre crochets, `unknown`, ou retirer la clé.",
        (Kind::Empty, Kind::Map) => "Écrire les clés en dessous, en retrait, ou retirer la clé.",
        (Kind::Empty, _) => "Écrire une valeur, `unknown`, ou retirer la clé.",
        (Kind::Scalar, Kind::List) => "La mettre entre crochets, même seule\u{a0}: `[valeur]`.",
        (Kind::Map, Kind::List) => "Faire précéder chaque entrée d'un tiret et d'une espace, `- `.",
        (_, Kind::Map) => "Écrire `clé: valeur`, une par ligne, ou toutes entre accolades.",
        _ => "N'écrire qu'une valeur, sur la même ligne que la clé.",
    };
    let sentence = match found {
        Kind::Empty => format!("Rien n'est écrit là où il faut {}.", kind(expected)),
        _ => format!("On trouve {} là où il faut {}.", kind(found), kind(expected)),
    };
    say(sentence, hint)
}

pub(super) fn refusal(refusal: &Refusal) -> Advice {
    match refusal {
        Refusal::UnitMissing { quantity, units } => say(
            format!("`{quantity}` n'a pas d'unité."),
            format!("Écrire l'unité après le nombre\u{a0}; unités acceptées\u{a0}: {}.", units.join(", ")),
        ),
        Refusal::UnitUnknown { quantity, unit, units } => say(
            format!("`{unit}` n'est pas une unité de `{quantity}`."),
            format!("Unités acceptées\u{a0}: {}.", units.join(", ")),
        ),
        Refusal::NotANumber { written } => say(
            format!("`{written}` n'est pas un nombre."),
            "L'écrire comme 98 ou 1.6, ou `unknown` s'il n'est pas connu.",
        ),
        Refusal::Comparison { written } => say(
            format!("`{written}` est une comparaison, pas une valeur."),
            "Sous le seuil de détection, écrire le seuil lui-même si la réunion peut le lire ainsi, sinon `unknown`.",
        ),
        Refusal::Spaced { written } => say(
            format!("`{written}` est un nombre en plusieurs morceaux."),
            format!("Écrire tous les chiffres ensemble\u{a0}: `{}`.", in_one_piece(written)),
        ),
        Refusal::Ambiguous { written } => say(
            format!("`{written}` se lit de deux façons\u{a0}: la virgule sépare les décimales ou les milliers."),
            readings(written),
        ),
        Refusal::UpsideDown { written } => say(
            format!("`{written}`\u{a0}: la diastolique n'est pas au-dessous de la systolique."),
            "Écrire la systolique d'abord, comme 122/76 mmHg.",
        ),
        Refusal::Impossible { quantity, written, least, most } => say(
            format!("`{quantity}` ne peut pas valoir {written}."),
            format!(
                "La valeur se situe entre {least} et {most}\u{a0}; vérifier {}.",
                number_and_unit(least, "le nombre", "le nombre et l'unité")
            ),
        ),
        Refusal::Form { written, form } if form.starts_with("11 ") => say(
            format!("Le questionnaire EPICES a 11 réponses\u{a0}; il y en a {written}."),
            "Écrire les 11 réponses dans l'ordre, chacune yes ou no.",
        ),
        Refusal::Form { written, form: expected } => {
            say(format!("`{written}` n'a pas la forme attendue."), format!("Écrire {}.", form(expected)))
        }
        Refusal::CheckDigits { written } => say(
            format!("La clé de `{written}` n'est pas celle de ses chiffres."),
            "Vérifier chaque chiffre sur le document, la clé comprise.",
        ),
        Refusal::TooLong { most, length } => {
            say(format!("Le texte compte {length} caractères\u{a0}; {most} au plus."), "Le raccourcir.")
        }
        Refusal::Empty => say("Rien n'est écrit ici.", "Écrire un texte entre les guillemets."),
        Refusal::Format { written, read } => say(
            format!("Le fichier est au format {written}\u{a0}; ce programme lit le format {read}."),
            "Écrire `format: 1`, ou lire ce dossier avec le programme qui l'a écrit.",
        ),
        Refusal::NoEntry => {
            say("Cette liste est vide et doit avoir une entrée.", "Ajouter une entrée, ou retirer la clé.")
        }
    }
}

/// The forms that the domain asks for; what is an example stays as it is.
fn form(form: &str) -> &str {
    match form {
        "YYYY-MM-DD" => "une date qui existe, AAAA-MM-JJ, comme 2026-02-10",
        "never, YYYY-MM or YYYY-MM-DD" => "never (jamais), ou AAAA-MM, ou AAAA-MM-JJ",
        "YYYY-MM or YYYY-MM-DD" => "AAAA-MM ou AAAA-MM-JJ, comme 2026-02",
        "initials or a short code (H. B., P-17)" => "des initiales ou un code court (H. B., P-17)",
        "13055, 2A004" => "le code INSEE, en 5 caractères, comme 13055, 2A004 ou 99350 pour un pays",
        "13 characters and 2 digits" => "les 13 caractères du matricule puis les 2 chiffres de la clé",
        "11 × yes/no" => "les 11 réponses, chacune yes ou no",
        "0…255" => "un nombre entier de 0 à 255",
        "0…65535" => "un nombre entier de 0 à 65535",
        "0…" => "un nombre entier, 0 ou plus",
        other => other,
    }
}

pub(super) fn objection(objection: &Objection) -> Advice {
    match objection {
        Objection::Future { date } => say(format!("Le {date} est dans l'avenir."), "Vérifier l'année."),
        Objection::BiopsyOutOfOrder { above } => say(
            format!("Cette biopsie est antérieure à celle du dessus ({above})."),
            "Écrire les biopsies de la plus ancienne à la plus récente.",
        ),
        Objection::OutOfOrder { above } => say(
            format!("Cette entrée est antérieure à celle du dessus ({above})."),
            "Vérifier la date\u{a0}; la série sera lue dans l'ordre des dates.",
        ),
        Objection::StepOutOfOrder { above } => say(
            format!("Ce palier ne commence pas après celui du dessus ({above})."),
            "Écrire les paliers dans l'ordre, un seul par jour.",
        ),
        Objection::EndsBeforeItBegins { from } => {
            say(format!("La fin précède le début ({from})."), "Vérifier les deux dates.")
        }
        Objection::BeforeBirth => say("Cette date précède la naissance.", "Vérifier les deux dates."),
        Objection::NoClass => say("Cette biopsie n'a pas de classe.", "Écrire par exemple `class: [III, V]`."),
        Objection::NameOfOtherDrug => {
            say("`drug: other` ne dit pas quel médicament.", "Ajouter son nom\u{a0}: `name: …`.")
        }
        Objection::RuleOfRecord => say(
            "`mode: record` ne dit pas sur quelle règle il s'appuie.",
            "Ajouter `rule:` avec le nom de la règle de soins courants.",
        ),
        Objection::PresentAndNotAssessed { item } => say(
            format!("`{item}` est à la fois présent et non évalué."),
            "Ne le garder que dans l'une des deux listes.",
        ),
        Objection::ItemInTwoLists { item, first, second } => say(
            format!("`{item}` est dans `{first}` et dans `{second}`."),
            "Ne le garder que dans l'une des deux listes\u{a0}: actif, séquelle, autre cause ou non évalué.",
        ),
        Objection::NoAge => say(
            "Ni mois de naissance ni âge\u{a0}: ce qui dépend de l'âge ne pourra pas être dit.",
            "Ajouter `born: AAAA-MM` ou `age:` à `patient`.",
        ),
        Objection::PregnancyOfAMan => say("Une grossesse est notée chez un homme.", "Vérifier `sex` et `pregnancy`."),
        Objection::Improbable { quantity, written, least, most } => say(
            format!("`{quantity}: {written}` est improbable."),
            format!("D'ordinaire de {least} à {most}\u{a0}; vérifier le nombre et l'unité."),
        ),
    }
}
