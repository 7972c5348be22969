use serde::Serialize;

use super::{ActivityVisit, Case, Day, Dimension, Drug, Field, LastDose, Mode, Month, PregnancyStatus, Quantity, Sex};

/// One step of a path into a case file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum PathStep {
    /// A key.
    Key(&'static str),
    /// A key that somebody chose.
    Named(String),
    /// An entry of a list, from 0.
    Index(usize),
}

/// A fact that cannot stand beside another one, or that is improbable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objection {
    /// A date after today.
    Future {
        /// The date.
        date: String,
    },
    /// A biopsy dated before the one above it.
    BiopsyOutOfOrder {
        /// Date of the one above.
        above: String,
    },
    /// An entry of a series dated before the one above it; it is read in order of date.
    OutOfOrder {
        /// Date of the one above.
        above: String,
    },
    /// A step of a planned taper that does not begin after the one above it.
    StepOutOfOrder {
        /// First day of the one above.
        above: String,
    },
    /// The end of a period before its beginning.
    EndsBeforeItBegins {
        /// The beginning.
        from: String,
    },
    /// A date before the patient's birth.
    BeforeBirth,
    /// A biopsy without a class.
    NoClass,
    /// `drug: other` without its name.
    NameOfOtherDrug,
    /// `mode: record` without the rule it relies on.
    RuleOfRecord,
    /// A SLEDAI item both present and not assessed.
    PresentAndNotAssessed {
        /// The item's code.
        item: &'static str,
    },
    /// A SLEDAI item in two of the lists of a visit.
    ItemInTwoLists {
        /// The item's code.
        item: &'static str,
        /// The first list.
        first: &'static str,
        /// The second list.
        second: &'static str,
    },
    /// Neither birth month nor age.
    NoAge,
    /// A pregnancy recorded for a man.
    PregnancyOfAMan,
    /// A quantity outside what is seen in people.
    Improbable {
        /// The field.
        quantity: &'static str,
        /// As written.
        written: String,
        /// Least that is usual, in the canonical unit.
        least: String,
        /// Most that is usual, in the canonical unit.
        most: String,
    },
}

impl Objection {
    /// Whether the case cannot be shown until it is mended.
    pub fn is_error(&self) -> bool {
        !matches!(self, Self::OutOfOrder { .. } | Self::NoAge | Self::PregnancyOfAMan | Self::Improbable { .. })
    }

    /// Whether it says that something lacks, rather than that something is wrong.
    pub fn is_of_absence(&self) -> bool {
        matches!(self, Self::NoAge | Self::NoClass | Self::NameOfOtherDrug | Self::RuleOfRecord)
    }
}

/// Objections with the path of the fact they are about.
pub type Objections = Vec<(Vec<PathStep>, Objection)>;

impl Case {
    /// What the case's facts say against each other on this day, in the order of the format.
    pub fn objections(&self, today: Day) -> Objections {
        let mut found = Found { today, objections: Vec::new() };
        self.head(&mut found);
        self.dates(&mut found);
        self.kidney_and_activity(&mut found);
        self.treatments_and_quantities(&mut found);
        self.planned(&mut found);
        found.objections
    }

    fn head(&self, found: &mut Found) {
        if self.mode == Some(Mode::Record) && self.rule.is_none() {
            found.add(&[PathStep::Key("mode")], Objection::RuleOfRecord);
        }
        if self.patient.born.is_none() && self.patient.age.is_none() {
            found.add(&[PathStep::Key("patient")], Objection::NoAge);
        }
        let pregnant = matches!(self.pregnancy.status.known(), Some(PregnancyStatus::Pregnant));
        if pregnant && self.patient.sex == Sex::Male {
            found.add(&[PathStep::Key("pregnancy"), PathStep::Key("status")], Objection::PregnancyOfAMan);
        }
    }

    fn dates(&self, found: &mut Found) {
        use PathStep::Key;
        let born = self.patient.born.map(super::Month::day);
        if let Some(born) = self.patient.born {
            found.past_month(born, &[Key("patient"), Key("born")]);
        }
        if let Some(diagnosed) = self.lupus.diagnosed.known() {
            let path = [Key("lupus"), Key("diagnosed")];
            found.past_month(*diagnosed, &path);
            if born.is_some_and(|born| diagnosed.day() < born) {
                found.add(&path, Objection::BeforeBirth);
            }
        }
        for (key, date) in [
            ("started", self.course.started),
            ("response", self.course.response),
            ("complete_response", self.course.complete_response),
        ] {
            found.past_field(date, &[Key("course"), Key(key)]);
        }
        found.past_field(self.kidney.preflare, &[Key("kidney"), Key("preflare")]);
        for (index, day) in self.kidney.slope_excludes.iter().enumerate() {
            found.past(*day, &[Key("kidney"), Key("slope_excludes"), PathStep::Index(index)]);
        }
        found.past_field(self.damage.reviewed, &[Key("damage"), Key("reviewed")]);
        found.past_field(self.pregnancy.care_agreement, &[Key("pregnancy"), Key("care_agreement")]);
        self.prevention_dates(found);
        self.basics_and_antiphospholipids(found);
        if let Some(anti_drug) = &self.factors.anti_drug {
            found.past_field(anti_drug.date, &[Key("factors"), Key("anti_drug"), Key("date")]);
        }
        if let Some(announcement) = &self.person.announcement {
            found.past_field(announcement.done, &[Key("person"), Key("announcement"), Key("done")]);
        }
    }

    fn prevention_dates(&self, found: &mut Found) {
        use PathStep::Key;
        found.past_field(self.prevention.fracture_assessed, &[Key("prevention"), Key("fracture_assessed")]);
        let vaccines = &self.prevention.vaccines;
        for (key, dose) in [
            ("influenza", vaccines.influenza),
            ("pneumococcus", vaccines.pneumococcus),
            ("zoster", vaccines.zoster),
            ("hpv", vaccines.hpv),
            ("covid", vaccines.covid),
            ("dtcap", vaccines.dtcap),
        ] {
            if let Some(LastDose::On(month)) = dose.known() {
                found.past_month(*month, &[Key("prevention"), Key("vaccines"), Key(key)]);
            }
        }
    }

    fn basics_and_antiphospholipids(&self, found: &mut Found) {
        use PathStep::{Index, Key};
        for (index, entry) in self.prevention.basics.iter().enumerate() {
            found.past_field(entry.date, &[Key("prevention"), Key("basics"), Index(index), Key("date")]);
        }
        let tests = self.background.apl_tests.iter().map(|test| test.date);
        found.series(tests, &[Key("background"), Key("apl_tests")], |above| Objection::OutOfOrder { above });
    }

    fn kidney_and_activity(&self, found: &mut Found) {
        use PathStep::{Index, Key};
        for (index, biopsy) in self.kidney.biopsies.iter().enumerate() {
            if biopsy.class.is_empty() {
                found.add(&[Key("kidney"), Key("biopsies"), Index(index), Key("class")], Objection::NoClass);
            }
        }
        let dates = self.kidney.biopsies.iter().map(|biopsy| biopsy.date);
        found.series(dates, &[Key("kidney"), Key("biopsies")], |above| Objection::BiopsyOutOfOrder { above });
        found.series(self.labs.iter().map(|lab| lab.date), &[Key("labs")], |above| Objection::OutOfOrder { above });
        let pressures = self.blood_pressure.iter().map(|reading| reading.date);
        found.series(pressures, &[Key("blood_pressure")], |above| Objection::OutOfOrder { above });
        let visits = self.activity.iter().map(|visit| visit.date);
        found.series(visits, &[Key("activity")], |above| Objection::OutOfOrder { above });
        let events = self.events.iter().map(|event| event.date);
        found.series(events, &[Key("events")], |above| Objection::OutOfOrder { above });
        for (index, visit) in self.activity.iter().enumerate() {
            lists_of_a_visit(index, visit, found);
            found.probable(&visit.temperature, &[Key("activity"), Index(index), Key("temperature")]);
        }
        for (index, entry) in self.damage.sdi.known().into_iter().flatten().enumerate() {
            for (key, month) in [("since", Some(entry.since)), ("again", entry.again), ("until", entry.until)] {
                if let Some(month) = month {
                    found.past_month(month, &[Key("damage"), Key("sdi"), Index(index), Key(key)]);
                }
            }
        }
    }

    /// Planned days may lie ahead; two steps of one day would leave open which dose is meant.
    fn planned(&self, found: &mut Found) {
        use PathStep::{Index, Key};
        let steps = self.taper.known().map(Vec::as_slice).unwrap_or_default();
        for (index, step) in steps.iter().enumerate() {
            let above = index.checked_sub(1).and_then(|above| steps.get(above));
            if let Some(above) = above.filter(|above| step.from <= above.from) {
                let above = above.from.to_string();
                found.add(&[Key("taper"), Index(index), Key("from")], Objection::StepOutOfOrder { above });
            }
            found.probable(&Field::Known(step.dose), &[Key("taper"), Index(index), Key("dose")]);
        }
    }

    fn treatments_and_quantities(&self, found: &mut Found) {
        use PathStep::{Index, Key};
        for (index, treatment) in self.treatments.iter().enumerate() {
            let path = |key| [Key("treatments"), Index(index), Key(key)];
            found.past(treatment.from, &path("from"));
            found.past_field(treatment.eye_exam, &path("eye_exam"));
            if treatment.to.is_some_and(|to| to < treatment.from) {
                let from = treatment.from.to_string();
                found.add(&path("to"), Objection::EndsBeforeItBegins { from });
            }
            if treatment.drug == Drug::Other && treatment.name.as_deref().is_none_or(str::is_empty) {
                found.add(&path("drug"), Objection::NameOfOtherDrug);
            }
        }
        found.probable(&self.patient.weight, &[Key("patient"), Key("weight")]);
        found.probable(&self.patient.height, &[Key("patient"), Key("height")]);
        for (index, lab) in self.labs.iter().enumerate() {
            let path = |key| [Key("labs"), Index(index), Key(key)];
            found.probable(&lab.creatinine, &path("creatinine"));
            found.probable(&lab.upcr, &path("upcr"));
            found.probable(&lab.protein_24h, &path("protein_24h"));
            found.probable(&lab.urine_protein, &path("urine_protein"));
            found.probable(&lab.urine_creatinine, &path("urine_creatinine"));
            found.probable(&lab.urine_volume_24h, &path("urine_volume_24h"));
            found.probable(&lab.urine_red_cells, &path("urine_red_cells"));
            found.probable(&lab.urine_white_cells, &path("urine_white_cells"));
            found.probable(&lab.albumin, &path("albumin"));
            found.probable(&lab.c3, &path("c3"));
            found.probable(&lab.c4, &path("c4"));
            found.probable(&lab.anti_dsdna, &path("anti_dsdna"));
            found.probable(&lab.hcq_level, &path("hcq_level"));
            found.probable(&lab.haemoglobin, &path("haemoglobin"));
            found.probable(&lab.platelets, &path("platelets"));
            found.probable(&lab.white_cells, &path("white_cells"));
            found.probable(&lab.potassium, &path("potassium"));
            found.probable(&lab.igg, &path("igg"));
            found.probable(&lab.uacr, &path("uacr"));
            found.probable(&lab.total_cholesterol, &path("total_cholesterol"));
            found.probable(&lab.hdl, &path("hdl"));
            found.probable(&lab.ldl, &path("ldl"));
            found.probable(&lab.urine_red_cells, &path("urine_red_cells"));
            found.probable(&lab.urine_white_cells, &path("urine_white_cells"));
            found.probable(&lab.cd19, &path("cd19"));
        }
    }
}

/// An item stands in one list of a visit: active, not assessed, damage, or another cause.
fn lists_of_a_visit(index: usize, visit: &ActivityVisit, found: &mut Found) {
    let present = visit.sledai.known().map(Vec::as_slice).unwrap_or_default();
    let lists = [
        ("sledai", present),
        ("not_assessed", visit.not_assessed.as_slice()),
        ("damage", visit.damage.as_slice()),
        ("other_cause", visit.other_cause.as_slice()),
    ];
    for (place, (second, later)) in lists.into_iter().enumerate() {
        for (first, earlier) in lists.into_iter().take(place) {
            let path = [PathStep::Key("activity"), PathStep::Index(index), PathStep::Key(second)];
            for item in later.iter().filter(|item| earlier.contains(item)).map(|item| item.code()) {
                let objection = match (first, second) {
                    ("sledai", "not_assessed") => Objection::PresentAndNotAssessed { item },
                    _ => Objection::ItemInTwoLists { item, first, second },
                };
                found.add(&path, objection);
            }
        }
    }
}

struct Found {
    today: Day,
    objections: Objections,
}

impl Found {
    fn add(&mut self, path: &[PathStep], objection: Objection) {
        self.objections.push((path.to_vec(), objection));
    }

    fn past(&mut self, date: Day, path: &[PathStep]) {
        if date > self.today {
            self.add(path, Objection::Future { date: date.to_string() });
        }
    }

    fn past_month(&mut self, month: Month, path: &[PathStep]) {
        if month.day() > self.today {
            self.add(path, Objection::Future { date: month.to_string() });
        }
    }

    fn past_field(&mut self, date: Field<Day>, path: &[PathStep]) {
        if let Some(date) = date.known() {
            self.past(*date, path);
        }
    }

    fn series(&mut self, dates: impl Iterator<Item = Day>, path: &[PathStep], out_of_order: fn(String) -> Objection) {
        let mut above: Option<Day> = None;
        for (index, date) in dates.enumerate() {
            let path: Vec<PathStep> =
                path.iter().cloned().chain([PathStep::Index(index), PathStep::Key("date")]).collect();
            self.past(date, &path);
            if let Some(above) = above.filter(|above| date < *above) {
                self.add(&path, out_of_order(above.to_string()));
            }
            above = Some(above.map_or(date, |above| above.max(date)));
        }
    }

    fn probable<D: Dimension>(&mut self, quantity: &Field<Quantity<D>>, path: &[PathStep]) {
        let Some(written) = quantity.known().filter(|written| !written.is_probable()) else { return };
        let unit = D::UNITS.first().map_or("", |unit| unit.symbol);
        let (least, most) = D::PROBABLE;
        self.add(
            path,
            Objection::Improbable {
                quantity: D::NAME,
                written: written.to_string(),
                least: format!("{} {unit}", least.normalize()),
                most: format!("{} {unit}", most.normalize()),
            },
        );
    }
}
