use super::plural;
use crate::text::ConfigWords;

pub(super) const CONFIG: ConfigWords = ConfigWords {
    head: |path, found| {
        let stands = if found { "It lies" } else { "There is none yet. It belongs" };
        format!(
            "Configuration of regards. {stands} in\n{path}\n--config FILE or REGARDS_CONFIG names another, an empty REGARDS_CONFIG none. Every key may be left\nout. What an option says wins over the file, the file over everything else. Paths are taken from the\nfolder of this file; ~/ is the home folder. What stands behind # below is as it is without the file:\ntake the # away to hold it fast."
        )
    },
    keys_head: "Every key by place and command. Write those that are to be others under `keys:` in the\nconfiguration; what is not named stays. Esc, Ctrl-C and, where text is typed, Enter stay what they are.",
    in_force: |from| format!("Now: from {from}."),
    not_set: "Now: not set.",
    from_option: "an option",
    from_file: "this file",
    from_environment: "the environment",
    from_default: "the default",
    cases: "Case files or folders, where none is named.",
    db: "The database of decisions.",
    lang: "Language: fr or en; without it the locale's, else English.",
    theme: "A theme's name, shipped or from your folder of themes (~/.config/regards/themes), or a base16/base24 scheme file.",
    projector_theme: "The theme of the room's screen (--projector).",
    guidelines: "A folder with more guidelines, each one more column.",
    charter: "The charter of the meeting: its quorum, its times.",
    identities: "Who the patients are: a file that only its owner can read.",
    documents: "The folder that documents of the screen are written to; without it `documents` beside the database.",
    mask: "Hide what could identify somebody from the start: yes or no.",
    mask_after: "Hide it when no key was pressed for so long.",
    mouse: "Whether the mouse works: yes or no. It is never needed.",
    editor: "The editor for case files; without it $VISUAL, $EDITOR, else vi.",
    keys: "Other keys, by place and command: `regards config --keys` lists them all.",
    files: |n| plural(n, "configuration file", "configuration files"),
    none: |named| format!("There is no configuration in {named}."),
    demo: "DEMO · invented people · nothing is kept",
    demo_failed: |why| format!("The demonstration cannot be laid out: {}.", why.trim_end_matches('.')),
    demo_broken: |order, why| format!("`{order}` does not work ({why}): this is a fault of the program."),
    first_run: |looked| {
        format!(
            "No case here. Looked for *.yaml in: {looked}\n\n`regards --demo` opens a meeting with invented cases.\n`mkdir cases; regards new LN-2026-001 -o cases/ln-2026-001.yaml` writes a first case to fill in.\n`regards FOLDER` opens the cases of another folder; `regards config` says how to keep it."
        )
    },
    dumb: "This terminal (TERM=dumb) cannot place words on a screen: open another one, or set TERM to what it is. `regards show` and `regards check` work here.",
    not_utf8: |locale| {
        format!("The locale ({locale}) is not UTF-8: if characters look garbled, start again with LC_ALL=C.UTF-8.")
    },
    locale_unset: "not set",
    statements: |n| plural(n, "statement", "statements"),
    man_failed: |folder, why| format!("The pages cannot be written into {folder} ({why})."),
    man_written: |n, folder| format!("{} in {folder}", plural(n, "page", "pages")),
};
