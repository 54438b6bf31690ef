//! What a phrase of the lexicon can be. The list is also the table of contents of the language files.

use kneewise_types::Region;

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident = $section:literal . $list:literal in $layer:ident),+ $(,)?) => {
        /// What a phrase can be. One phrase may be several things.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Label { $($(#[$doc])* $name),+ }

        impl Label {
            /// Each label with its list in the files and the layer it is matched in.
            pub(super) const ALL: &'static [(Self, &'static str, &'static str, Layer)] =
                &[$((Self::$name, $section, $list, Layer::$layer)),+];
        }
    };
}

/// Phrases of one layer never overlap; those of different layers may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Main,
    Beside,
    Side,
    Time,
    Count,
}

impl Layer {
    pub(super) const ALL: [Self; 5] = [Self::Main, Self::Beside, Self::Side, Self::Time, Self::Count];
}

labels! {
    KneeOne = "knee"."one" in Main,
    KneeMany = "knee"."many" in Main,
    /// Knee and complaint in one.
    KneeSore = "knee"."sore" in Main,
    /// A knee with a lasting adjective, such as "bad knee": a complaint unless it is praised.
    KneeOld = "knee"."old" in Main,
    /// A place on the knee, named without the word knee or with it.
    Place = "place"."" in Main,
    /// A complaint with a name.
    Named = "named"."" in Main,
    /// A structure that is tight, rolled or stretched without any complaint.
    Band = "band"."" in Main,
    /// A place when a knee is near.
    Beside = "beside"."" in Beside,
    Pain = "says"."pain" in Main,
    /// Words that can mean nothing but bodily pain: they reach farther.
    Strong = "says"."strong" in Main,
    /// A complaint right beside the knee alone.
    Near = "says"."near" in Main,
    /// A complaint beside the knee as the last word of its clause: "the knee starts".
    Last = "says"."last" in Main,
    Swelling = "says"."swelling" in Main,
    Fine = "says"."fine" in Main,
    /// Praise of the run: what is left out of it is not well.
    Praise = "says"."praise" in Main,
    Stop = "says"."stop" in Main,
    Instead = "says"."instead" in Main,
    Again = "says"."again" in Main,
    Because = "says"."because" in Main,
    /// "apart from": what is left out of a praise.
    Except = "says"."except" in Main,
    Not = "turns"."not" in Main,
    NotAfter = "turns"."not_after" in Main,
    Filler = "turns"."filler" in Main,
    /// "went away", "has disappeared".
    Over = "turns"."over" in Main,
    Until = "turns"."until" in Main,
    But = "turns"."but" in Main,
    Or = "turns"."or" in Main,
    And = "turns"."and" in Main,
    Then = "turns"."then" in Main,
    If = "turns"."if" in Main,
    Elsewhen = "turns"."elsewhen" in Main,
    Later = "turns"."later" in Main,
    Unreal = "turns"."unreal" in Main,
    Mine = "whose"."mine" in Main,
    /// "I", "me".
    Own = "whose"."own" in Main,
    Person = "whose"."person" in Main,
    Name = "whose"."name" in Main,
    With = "whose"."with" in Main,
    Of = "whose"."of" in Main,
    Said = "whose"."said" in Main,
    Mask = "mask"."not_knee" in Main,
    Skin = "mask"."skin" in Main,
    Treat = "mask"."treat" in Main,
    Other = "body"."other" in Main,
    Effort = "body"."effort" in Main,
    Left = "side"."left" in Side,
    Right = "side"."right" in Side,
    Both = "side"."both" in Side,
    ShortLeft = "side"."short_left" in Side,
    ShortRight = "side"."short_right" in Side,
    NoSide = "side"."nothing" in Side,
    Before = "when"."before" in Time,
    During = "when"."during" in Time,
    After = "when"."after" in Time,
    Morning = "when"."morning" in Time,
    NextDay = "when"."next_day" in Time,
    NotWhen = "when"."not_when" in Time,
    Since = "when"."since" in Time,
    Easy = "when"."easy" in Time,
    /// "with": what one runs with is felt while running.
    Carrying = "when"."carrying" in Time,
    Zero = "count"."zero" in Count,
    One = "count"."one" in Count,
    Two = "count"."two" in Count,
    Three = "count"."three" in Count,
    Four = "count"."four" in Count,
    Five = "count"."five" in Count,
    Six = "count"."six" in Count,
    Seven = "count"."seven" in Count,
    Eight = "count"."eight" in Count,
    Nine = "count"."nine" in Count,
    Ten = "count"."ten" in Count,
    OutOf = "count"."out_of" in Count,
    Scale = "count"."scale" in Count,
    To = "count"."to" in Count,
    UpsideDown = "count"."upside_down" in Count,
    Km = "distance"."km" in Count,
    Mile = "distance"."mile" in Count,
    At = "distance"."at" in Count,
    Unit = "distance"."unit" in Count,
    UnitBefore = "distance"."before" in Count,
    Finish = "distance"."finish" in Count,
}

impl Label {
    /// Labels that name a knee.
    pub(super) const KNEES: [Self; 7] =
        [Self::KneeOne, Self::KneeMany, Self::KneeSore, Self::KneeOld, Self::Place, Self::Named, Self::Band];

    pub(super) const fn bit(self) -> u128 {
        1 << (self as u8)
    }
}

/// Labels and, for places, the region.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    pub labels: u128,
    pub region: Option<Region>,
}

impl Meaning {
    pub(super) const fn is(self, label: Label) -> bool {
        self.labels & label.bit() != 0
    }

    pub(super) fn is_any(self, labels: &[Label]) -> bool {
        labels.iter().any(|label| self.is(*label))
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.labels |= other.labels;
        self.region = self.region.or(other.region);
    }
}
