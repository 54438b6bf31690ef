//! Which limits of the traffic light apply to a knee on a day.
//!
//! Bone when BONE_CAUTION of the pattern screen is on, else teen when under 16, else tendon when a tendon pattern fits
//! best, else joint. Read from the answers known on that day, so that a later answer does not repaint old runs.
//! Source: clinical text A.3 [rule], key `rule`. Grade D.
//! Says joint (or teen): no region and no finding in the 42 days before.

use super::diary::Diary;
use crate::calendar::{Window, add_days};
use crate::pattern::answers::{ANSWER_DAYS, answers};
use crate::pattern::label::label;
use crate::pattern::overlays::overlays;
use crate::pattern::posterior::posterior;
use crate::pattern::tables::{AgeBand, CONDITIONS};
use kneewise_types::assessment::{Condition, PatternLabel};
use kneewise_types::light::LightMode;
use kneewise_types::{Date, Locking, Swelling, SymptomEntry};

/// The answers of one knee as the mode needs them.
#[derive(Debug)]
pub(crate) struct Modes<'a> {
    diary: &'a Diary,
    band: AgeBand,
    load_spike: Option<bool>,
    /// Days whose entry tells the pattern screen something, sorted.
    telling: Vec<Date>,
}

impl<'a> Modes<'a> {
    pub(crate) fn new(diary: &'a Diary, band: AgeBand, load_spike: Option<bool>) -> Self {
        let telling = diary.days().iter().filter(|entry| tells(entry)).map(|entry| entry.date).collect();
        Self { diary, band, load_spike, telling }
    }

    /// The mode as known on `date`.
    pub(crate) fn on(&self, date: Date) -> LightMode {
        let window = Window { from: add_days(date, 1 - ANSWER_DAYS), to: date };
        let first = self.telling.partition_point(|day| *day < window.from);
        let plain = if self.band == AgeBand::Teen { LightMode::Teen } else { LightMode::Joint };
        if self.telling.get(first).is_none_or(|day| *day > date) {
            return plain;
        }
        let known = answers(self.diary, date, self.band, self.load_spike);
        let shares = posterior(&known);
        if overlays(&known, &shares).is_bone_caution {
            return LightMode::Bone;
        }
        let top = CONDITIONS.into_iter().zip(shares).max_by(|a, b| a.1.total_cmp(&b.1));
        let is_tendon = matches!(top, Some((Condition::Pt | Condition::Qt, _)))
            && label(&known, &shares) == PatternLabel::FitsBest;
        if is_tendon && plain == LightMode::Joint { LightMode::Tendon } else { plain }
    }
}

fn tells(entry: &SymptomEntry) -> bool {
    !entry.findings.is_empty()
        || !entry.regions.is_empty()
        || entry.locking >= Some(Locking::Catches)
        || entry.swelling >= Some(Swelling::Clear)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use kneewise_types::symptom::FindingCode;
    use kneewise_types::{FindingAnswer, History, Region, Side};

    fn diary(change: impl FnOnce(&mut SymptomEntry)) -> Diary {
        let mut entry = SymptomEntry::empty(day("2026-03-10"), Side::Left);
        change(&mut entry);
        Diary::new(&History { symptoms: vec![entry], ..History::default() }, Side::Left, day("2026-06-01"))
    }

    fn answered(entry: &mut SymptomEntry, codes: &[FindingCode]) {
        entry.findings = codes.iter().map(|code| FindingAnswer { code: *code, is_present: true }).collect();
    }

    #[test]
    fn the_four_modes() {
        let plain = diary(|_| {});
        let bone = diary(|entry| answered(entry, &[FindingCode::HopGivesDeepBonePain]));
        let tendon = diary(|entry| {
            entry.regions = vec![Region::InferiorPole];
            answered(entry, &[FindingCode::JumpLandLocalTendon, FindingCode::WarmsUpThenReturns]);
        });
        let on = |diary: &Diary, band| Modes::new(diary, band, None).on(day("2026-03-12"));
        assert_eq!(on(&plain, AgeBand::Adult), LightMode::Joint);
        assert_eq!(on(&plain, AgeBand::Teen), LightMode::Teen);
        assert_eq!(on(&tendon, AgeBand::Adult), LightMode::Tendon);
        assert_eq!(on(&tendon, AgeBand::Teen), LightMode::Teen, "teen goes before tendon");
        assert_eq!(on(&bone, AgeBand::Teen), LightMode::Bone, "bone goes before teen");
    }

    #[test]
    fn an_answer_counts_from_its_day_and_for_42_days() {
        let bone = diary(|entry| answered(entry, &[FindingCode::HopGivesDeepBonePain]));
        let modes = Modes::new(&bone, AgeBand::Adult, None);
        assert_eq!(modes.on(day("2026-03-09")), LightMode::Joint);
        assert_eq!(modes.on(day("2026-03-10")), LightMode::Bone);
        assert_eq!(modes.on(day("2026-04-21")), LightMode::Bone);
        assert_eq!(modes.on(day("2026-04-22")), LightMode::Joint);
    }
}
