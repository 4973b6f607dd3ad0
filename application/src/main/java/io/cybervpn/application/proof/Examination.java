package io.cybervpn.application.proof;

import io.cybervpn.application.appstore.CompareWithStore;
import io.cybervpn.application.ledger.ProveLedger;
import io.cybervpn.application.payment.CompareWithProvider;
import io.cybervpn.application.payment.FindLostReturns;
import io.cybervpn.application.proof.port.PaidDays;
import io.cybervpn.application.provisioning.CompareWithPanel;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.proof.model.Finding;
import io.cybervpn.domain.proof.model.Section;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The comparisons of a proof, each by itself: one that cannot be made hinders no other. */
@Singleton
final class Examination {
    /** Time in which an event may still be on its way to its handler. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    /** A refund of ours that is younger may have been made without our having its answer. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final int DIFFERENCES_MAX = 100;

    private final ProveLedger proveLedger;
    private final CompareWithProvider compareWithProvider;
    private final FindLostReturns findLostReturns;
    private final CompareWithStore compareWithStore;
    private final PaidDays paidDays;
    private final CompareWithPanel compareWithPanel;

    @Inject
    Examination(
            ProveLedger proveLedger,
            CompareWithProvider compareWithProvider,
            FindLostReturns findLostReturns,
            CompareWithStore compareWithStore,
            PaidDays paidDays,
            CompareWithPanel compareWithPanel) {
        this.proveLedger = proveLedger;
        this.compareWithProvider = compareWithProvider;
        this.findLostReturns = findLostReturns;
        this.compareWithStore = compareWithStore;
        this.paidDays = paidDays;
        this.compareWithPanel = compareWithPanel;
    }

    /** One comparison. */
    record Step(String name, Supplier<Uni<Section>> work) {}

    /**
     * What is to be compared.
     *
     * @param from the money that providers took from here on
     * @param now until here
     */
    List<Step> steps(Instant from, Instant now) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("books", this::books));
        for (String provider : compareWithProvider.providers()) {
            String name = "provider:" + provider;
            steps.add(new Step(name, () -> provider(name, provider, from, now)));
        }
        compareWithProvider.providers().stream()
                .filter(findLostReturns::lists)
                .map(provider -> returns(provider, from, now.minus(SETTLED)))
                .forEach(steps::add);
        if (compareWithStore.configured()) {
            steps.add(new Step("store", () -> store(from)));
        }
        steps.add(new Step("paid-days", () -> paidDays(now)));
        steps.add(new Step("panel", this::panel));
        return List.copyOf(steps);
    }

    private Uni<Section> books() {
        return proveLedger
                .execute(new Actor.System())
                .map(
                        result ->
                                switch (result) {
                                    case ProveLedger.Result.Proved(var report) ->
                                            Section.examined(
                                                    "books",
                                                    report.size().postings(),
                                                    findings(report.differences()));
                                    case ProveLedger.Result.Forbidden() ->
                                            throw new IllegalStateException(
                                                    "the system may read its own books");
                                });
    }

    private Uni<Section> provider(String name, String provider, Instant from, Instant to) {
        return compareWithProvider
                .execute(new CompareWithProvider.Query(provider, from, to))
                .map(
                        result ->
                                switch (result) {
                                    case CompareWithProvider.Result.Compared(
                                                    var lookedAt,
                                                    var differences) ->
                                            Section.examined(name, lookedAt, findings(differences));
                                    case CompareWithProvider.Result.Unavailable(var reason) ->
                                            Section.unavailable(name, reason);
                                });
    }

    private Step returns(String provider, Instant from, Instant to) {
        String name = "returns:" + provider;
        return new Step(
                name,
                () ->
                        findLostReturns
                                .execute(new FindLostReturns.Query(provider, from, to))
                                .map(result -> returns(name, result)));
    }

    private static Section returns(String name, FindLostReturns.Result result) {
        return switch (result) {
            case FindLostReturns.Result.Compared(var lookedAt, var differences) ->
                    Section.examined(name, lookedAt, findings(differences));
            case FindLostReturns.Result.Unavailable(var reason) ->
                    Section.unavailable(name, reason);
        };
    }

    private Uni<Section> store(Instant from) {
        return compareWithStore
                .execute(new CompareWithStore.Query(from))
                .map(
                        result ->
                                switch (result) {
                                    case CompareWithStore.Result.Compared(
                                                    var lookedAt,
                                                    var differences) ->
                                            Section.examined(
                                                    "store", lookedAt, findings(differences));
                                    case CompareWithStore.Result.Unavailable(var reason) ->
                                            Section.unavailable("store", reason);
                                });
    }

    private Uni<Section> paidDays(Instant now) {
        return Uni.combine()
                .all()
                .unis(paidDays.subscriptions(), paidDays.differences(now, GRACE, DIFFERENCES_MAX))
                .with(
                        (count, differences) ->
                                Section.examined("paid-days", count, findings(differences)));
    }

    private Uni<Section> panel() {
        return compareWithPanel
                .execute()
                .map(
                        result ->
                                switch (result) {
                                    case CompareWithPanel.Result.Compared(
                                                    var users,
                                                    var differences) ->
                                            Section.examined("panel", users, findings(differences));
                                    case CompareWithPanel.Result.Unavailable(var reason) ->
                                            Section.unavailable("panel", reason);
                                });
    }

    private static List<Finding> findings(List<Difference> differences) {
        return differences.stream()
                .map(one -> new Finding(one.check(), one.subject(), one.detail()))
                .toList();
    }
}
