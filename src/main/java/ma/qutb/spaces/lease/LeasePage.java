package ma.qutb.spaces.lease;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.documents.IssuedDocument;
import ma.qutb.registry.LocalName;
import ma.qutb.shell.Page;
import ma.qutb.shell.TimelineEntry;
import ma.qutb.spaces.LeaseId;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Unit;

/** A lease as its page shows it. */
public record LeasePage(
        Lease lease,
        Unit unit,
        Site site,
        Optional<LocalName> craft,
        Optional<IssuedDocument> contract,
        Templates.Template template,
        List<LeaseSteps.Step> steps,
        List<Breach> breaches,
        Optional<Jobs> jobs,
        Optional<LeaseId> next,
        LocalDate today) {

    /** Something a clause forbids was found. */
    public record Breach(
            UUID id, String kind, LocalDate day, String note, Optional<UUID> photo, Optional<LocalDate> remedied) {}

    /** Who worked there when it was last counted. */
    public record Jobs(LocalDate day, int women, int men) {}

    private static final List<String> PATH = List.of("draft", "printed", "tenant_signed", "signed");
    private static final Map<String, String> LOOKS = Map.of(
            "running",
            "ok",
            "signed",
            "info",
            "notice",
            "bad",
            "draft",
            "warn",
            "printed",
            "warn",
            "tenant_signed",
            "warn");

    public String state() {
        return lease.on(today);
    }

    /** How the state is drawn. */
    public String look() {
        return LOOKS.getOrDefault(state(), "off");
    }

    /** How far the signing is, for the row of steps. */
    public int reached() {
        return PATH.indexOf(lease.state());
    }

    public static List<String> path(Page page) {
        return PATH.stream().map(it -> page.t("spaces.lease.state." + it)).toList();
    }

    public boolean running() {
        return lease.signed() && today.isBefore(lease.terms().until());
    }

    /** Signed, and not given back. */
    public boolean binding() {
        return lease.signed() && lease.handedBackOn().isEmpty();
    }

    public long rent() {
        var day = today.isBefore(lease.terms().from())
                ? lease.terms().from()
                : today.isBefore(lease.terms().until()) ? today : lease.lastDay();
        return lease.terms().rentOn(day);
    }

    public List<TimelineEntry> timeline(Page page) {
        return steps.stream()
                .map(it -> new TimelineEntry(
                        page.date(it.day()),
                        page.t("spaces.lease.step." + it.kind()),
                        it.note().isEmpty() ? it.by() : it.note() + " · " + it.by(),
                        it.file().map(file -> "/files/" + file).orElse(null),
                        false))
                .toList();
    }
}
