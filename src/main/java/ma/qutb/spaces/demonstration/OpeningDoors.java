package ma.qutb.spaces.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.platform.PoleClock;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.shell.Formats;
import ma.qutb.spaces.meeting.HoldingMeetings;
import ma.qutb.spaces.meeting.Proposals;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.PremisesTable;
import ma.qutb.spaces.premises.RecordingPremises;
import ma.qutb.spaces.premises.RecordingPremises.By;
import ma.qutb.spaces.roadmap.AdvancingConversions;
import ma.qutb.spaces.roadmap.JoiningPartners;
import ma.qutb.spaces.roadmap.Step;
import ma.qutb.spaces.roadmap.TellingResults;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what became of thirty premises in two years, once, by what people of the pole do. Nothing hangs on chance. */
@Component
class OpeningDoors {

    /** Days from one step to the next. */
    private static final int PACE = 75;

    private static final By FIELD_WORKER = new By(new UUID(0, 0x5b), "حسناء (للعرض)");

    private final RecordingPremises recording;
    private final PremisesTable premises;
    private final AdvancingConversions taking;
    private final JoiningPartners joining;
    private final TellingResults telling;
    private final HoldingMeetings holding;
    private final Proposals proposals;
    private final Clock clock;

    OpeningDoors(
            RecordingPremises recording,
            PremisesTable premises,
            AdvancingConversions taking,
            JoiningPartners joining,
            TellingResults telling,
            HoldingMeetings holding,
            Proposals proposals,
            Clock clock) {
        this.recording = recording;
        this.premises = premises;
        this.taking = taking;
        this.joining = joining;
        this.telling = telling;
        this.holding = holding;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** @return how many there are */
    @Transactional
    int open() {
        if (premises.find(id(0)).isEmpty()) {
            var today = LocalDate.now(clock);
            for (int place = 0; place < Door.ALL.size(); place++) {
                tell(Door.ALL.get(place), place, today);
            }
            meet(today);
        }
        return Door.ALL.size();
    }

    private void tell(Door door, int place, LocalDate today) {
        var id = id(place);
        var found = today.minusDays(40L + PACE * (door.taken() + 1L) + place * 11L % 60);
        at(
                found,
                () -> recording.record(
                        new RecordingPremises.Seen(
                                id, door.details(place), door.answers(place), at(found), place % 2 == 0, true),
                        FIELD_WORKER));
        long budget = (80_000L + place * 37_000L % 240_000L) * 100;
        for (int taken = 1; taken <= door.taken(); taken++) {
            var day = found.plusDays((long) PACE * taken);
            var step = Step.values()[taken];
            if (step == Step.AGREED) {
                at(day, () -> agree(id, place, day, budget));
            }
            at(day, () -> taking.forward(id, step, AdvancingConversions.Done.on(day), FIELD_WORKER));
        }
        if (door.setAside()) {
            at(
                    today.minusDays(20),
                    () -> taking.setAside(
                            id,
                            new AdvancingConversions.Done(
                                    today.minusDays(20), "نزاع حول الملكية لم يحسم (للعرض)", Optional.empty()),
                            FIELD_WORKER));
        } else if (door.taken() > 0 && door.taken() < 4) {
            // Some are late.
            taking.plan(id, Optional.of(today.plusDays(place % 4 == 0 ? -12 : 30L + place * 5L)), Optional.of(budget));
        }
        if (door.taken() >= 4) {
            results(id, place, found.plusDays(PACE * 4L), today);
        }
    }

    private void agree(PremisesId id, int place, LocalDate day, long budget) {
        taking.plan(id, Optional.empty(), Optional.of(budget));
        joins(id, "مجلس الجماعة (للعرض)", "premises", Optional.empty(), day);
        joins(id, "برنامج للتنمية القروية (للعرض)", "money", Optional.of(budget * 7 / 10), day);
        joins(id, "جمعية محلية (للعرض)", "works", Optional.of(budget - budget * 7 / 10), day);
        var proposal = UUID.nameUUIDFromBytes(("demonstration proposal " + place).getBytes(StandardCharsets.UTF_8));
        proposals.propose(
                new Proposals.New(
                        proposal,
                        id,
                        Optional.empty(),
                        day,
                        List.of("ورشة للخياطة والطرز", "وحدة للنسيج والزرابي", "تلفيف التمور والأعشاب")
                                .get(place % 3),
                        8 + place % 15,
                        Optional.empty()),
                FIELD_WORKER.name());
        proposals.decide(id, proposal, true, "");
    }

    private void joins(PremisesId id, String name, String brings, Optional<Long> amount, LocalDate day) {
        joining.join(
                id,
                new JoiningPartners.Joining(Optional.empty(), name, brings, amount, day, Optional.empty()),
                FIELD_WORKER.name());
    }

    private void results(PremisesId id, int place, LocalDate opened, LocalDate today) {
        int women = 4 + place % 6;
        for (var quarter = TellingResults.quarter(opened);
                !quarter.isAfter(TellingResults.quarter(today));
                quarter = quarter.plusMonths(3)) {
            telling.tell(id, quarter, women, 1 + women / 8, 1 + place % 2, FIELD_WORKER.name());
            women += 3;
        }
    }

    private void meet(LocalDate today) {
        for (int i = 0; i < 2; i++) {
            var day = today.minusDays(60L + 120L * i);
            var meeting = UUID.nameUUIDFromBytes(("demonstration meeting " + i).getBytes(StandardCharsets.UTF_8));
            int about = i == 0 ? 5 : 9;
            at(day, () -> {
                holding.hold(
                        new HoldingMeetings.Held(
                                meeting,
                                day,
                                words("لقاء لتتبع خارطة الطريق (للعرض)"),
                                new TerritoryCode("P-GUE"),
                                List.of(
                                        words("رؤساء الجماعات"),
                                        words("ممثلات التعاونيات"),
                                        words("غرفة الصناعة التقليدية")),
                                List.of(),
                                words("عرضت كل جماعة ما وصلت إليه مقراتها وما ينقصها."),
                                Optional.empty(),
                                "",
                                "",
                                Optional.empty(),
                                true),
                        FIELD_WORKER.name());
                holding.decide(
                        meeting,
                        words("زيارة المقر مع تقني للبناء"),
                        Optional.of(id(about)),
                        Optional.of(day.plusDays(20)),
                        "");
                holding.decide(
                        meeting,
                        words("رسالة إلى الشركاء حول التمويل"),
                        Optional.empty(),
                        Optional.of(day.plusDays(90)),
                        "");
            });
        }
    }

    private static void at(LocalDate day, Runnable act) {
        PoleClock.at(at(day), act);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 30).atZone(Formats.ZONE).toInstant();
    }

    private static LocalName words(String arabic) {
        return new LocalName(arabic, "", "");
    }

    private static PremisesId id(int place) {
        return new PremisesId(
                UUID.nameUUIDFromBytes(("demonstration premises " + place).getBytes(StandardCharsets.UTF_8)));
    }
}
