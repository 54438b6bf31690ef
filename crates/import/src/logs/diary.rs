//! `diary.csv`: one knee, one day.

use super::Kind;
use super::row::{Fault, Row, one_of, required};
use kneewise_types::symptom::{FindingCode, OtherPainSite};
use kneewise_types::{
    FindingAnswer, GivingWay, Locking, Metres, NightPain, OtherPain, PainScore, Region, Swelling,
    SymptomEntry,
};

pub(super) const KIND: Kind = Kind {
    name: "diary.csv",
    required: &["date", "side"],
    optional: &[
        "pain_morning",
        "pain_before",
        "pain_during_max",
        "pain_60min",
        "pain_onset_km",
        "regions",
        "swelling",
        "stiffness_min",
        "locking",
        "giving_way",
        "night_pain",
        "limp",
        "medicine",
        "findings",
        "other_pain",
        "note",
    ],
};

/// The longest run that can be entered.
const MAX_ONSET_KM: f64 = 300.0;
/// Minutes of a day.
const MAX_STIFFNESS_MIN: i64 = 1_440;

pub(super) fn read(row: Row<'_>) -> Result<SymptomEntry, Fault> {
    let swellings: Vec<&str> = Swelling::ALL.iter().map(|value| value.code()).collect();
    let lockings: Vec<&str> = Locking::ALL.iter().map(|value| value.code()).collect();
    let givings: Vec<&str> = GivingWay::ALL.iter().map(|value| value.code()).collect();
    let nights: Vec<&str> = NightPain::ALL.iter().map(|value| value.code()).collect();
    Ok(SymptomEntry {
        date: required(row.date("date")?, "date")?,
        side: required(row.side("side")?, "side")?,
        pain_morning: row.pain("pain_morning")?,
        pain_before: row.pain("pain_before")?,
        pain_during_max: row.pain("pain_during_max")?,
        pain_60min: row.pain("pain_60min")?,
        pain_onset: onset(row)?,
        regions: list(row, "regions", region)?,
        swelling: row.word("swelling", Swelling::from_code, &swellings)?,
        stiffness_min: row.whole("stiffness_min", 0, MAX_STIFFNESS_MIN)?,
        locking: row.word("locking", Locking::from_code, &lockings)?,
        giving_way: row.word("giving_way", GivingWay::from_code, &givings)?,
        night_pain: row.word("night_pain", NightPain::from_code, &nights)?,
        has_limp: row.flag("limp")?,
        has_medicine: row.flag("medicine")?,
        findings: list(row, "findings", finding)?,
        other_pain: list(row, "other_pain", other_pain)?,
        note: row.own("note"),
    })
}

/// How far into the run the pain began, 0 when from the start.
fn onset(row: Row<'_>) -> Result<Option<Metres>, Fault> {
    let km = row.number("pain_onset_km", 0.0, MAX_ONSET_KM)?;
    km.map(|km| Metres::from_km(km).map_err(|error| Fault::new("pain_onset_km", error.to_string())))
        .transpose()
}

/// The items of a cell joined by `|`.
fn list<T>(
    row: Row<'_>,
    column: &'static str,
    read: impl Fn(&str) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let cell = row.text(column).unwrap_or_default();
    cell.split('|').map(str::trim).filter(|item| !item.is_empty()).map(read).collect()
}

fn region(item: &str) -> Result<Region, Fault> {
    let codes: Vec<&str> = Region::ALL.iter().map(|region| region.code()).collect();
    one_of("regions", item, |word| Region::from_code(&word.to_uppercase()), &codes)
}

fn finding(item: &str) -> Result<FindingAnswer, Fault> {
    let (code, is_present) = item.strip_prefix('-').map_or((item, true), |code| (code.trim(), false));
    let code = FindingCode::from_code(&code.to_uppercase()).ok_or_else(|| {
        Fault::new("findings", format!("`{item}` is not one of F01 to F22, or -F01 to -F22 for a no"))
    })?;
    Ok(FindingAnswer { code, is_present })
}

fn other_pain(item: &str) -> Result<OtherPain, Fault> {
    let codes: Vec<&str> = OtherPainSite::ALL.iter().map(|site| site.code()).collect();
    let fault = || {
        let codes = codes.join(", ");
        Fault::new(
            "other_pain",
            format!("`{item}` is not one of {codes} with a score, such as SHIN:4 (0 to 10)"),
        )
    };
    let (code, score) = item.split_once(':').ok_or_else(fault)?;
    let site = OtherPainSite::from_code(&code.trim().to_uppercase()).ok_or_else(fault)?;
    let points: u8 = score.trim().parse().map_err(|_| fault())?;
    Ok(OtherPain { site, score: PainScore::new(points).map_err(|_| fault())? })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;
    use kneewise_types::Side;

    #[test]
    fn a_full_row() {
        let imported = read(
            "date,side,pain_morning,pain_during_max,regions,swelling,stiffness_min,locking,giving_way,night_pain,\
             limp,medicine,findings,other_pain,note\n\
             2026-03-01,left,2,5,AROUND_PATELLA|INF_POLE,1,10,catches,unsure,turning,0,1,F01|-F10,SHIN:4|FOOT:0,\
             after stairs\n",
        )
        .unwrap();
        let entry = &imported.entries.symptoms[0];
        assert_eq!(entry.side, Side::Left);
        assert_eq!(entry.pain_during_max.map(PainScore::points), Some(5));
        assert_eq!(entry.pain_before, None);
        assert_eq!(entry.regions, [Region::AroundPatella, Region::InferiorPole]);
        assert_eq!(entry.swelling, Some(Swelling::Slight));
        assert_eq!(entry.has_limp, Some(false));
        assert_eq!(entry.has_medicine, Some(true));
        assert_eq!(entry.findings[0], FindingAnswer { code: FindingCode::PainSquatting, is_present: true });
        assert_eq!(
            entry.findings[1],
            FindingAnswer { code: FindingCode::SwellingVisible, is_present: false }
        );
        assert_eq!(entry.other_pain[0].site, OtherPainSite::Shin);
        assert_eq!(entry.note.as_deref(), Some("after stairs"));
    }

    #[test]
    fn each_fault_is_named() {
        let cases = [
            ("pain_before", "11", "`11` is not a whole number between 0 and 10"),
            ("pain_before", "4.5", "`4.5` is not a whole number between 0 and 10"),
            ("pain_onset_km", "301", "`301` is not a number between 0 and 300"),
            ("swelling", "4", "`4` is not one of 0, 1, 2, 3"),
            ("stiffness_min", "1441", "`1441` is not a whole number between 0 and 1440"),
            ("locking", "yes", "`yes` is not one of none, catches, stuck"),
            ("limp", "2", "`2` is not one of 0, 1"),
            ("findings", "F99", "`F99` is not one of F01 to F22, or -F01 to -F22 for a no"),
            (
                "other_pain",
                "SHIN:11",
                "`SHIN:11` is not one of CALF_ACHILLES, FOOT, SHIN, HAMSTRING_TENDON, HIP_GROIN, LAT_HIP, \
                 BACK_LEG, WRIST_SHOULDER with a score, such as SHIN:4 (0 to 10)",
            ),
        ];
        for (column, value, what) in cases {
            let imported = read(&format!("date,side,{column}\n2026-03-01,left,{value}\n")).unwrap();
            assert!(imported.entries.symptoms.is_empty());
            assert_eq!(imported.notes[0].at.as_deref(), Some(format!("line 2, column {column}").as_str()));
            assert_eq!(imported.notes[0].what, format!("{what}, the row was left out"));
        }
    }

    #[test]
    fn a_score_written_with_a_fraction_of_zero_is_whole() {
        let imported = read("date,side,pain_before\n2026-03-01,right,4.0\n2026-03-02,right,10\n").unwrap();
        let scores: Vec<_> =
            imported.entries.symptoms.iter().map(|entry| entry.pain_before.unwrap().points()).collect();
        assert_eq!(scores, [4, 10]);
    }
}
