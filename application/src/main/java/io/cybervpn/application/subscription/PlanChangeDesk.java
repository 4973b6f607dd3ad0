package io.cybervpn.application.subscription;

import io.cybervpn.application.catalogue.FindTariff;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.model.Past;
import io.cybervpn.domain.subscription.model.PlanChangeQuote;
import io.cybervpn.domain.subscription.model.PlanChanges;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/** Reckons changes of plan. Only for an open unit of work. */
@Singleton
final class PlanChangeDesk {
    private final FindTariff findTariff;
    private final Subscriptions subscriptions;
    private final Returns returns;
    private final PlanKeepers keepers;
    private final PlanChangeSettings settings;
    private final Clock clock;

    @Inject
    PlanChangeDesk(
            FindTariff findTariff,
            Subscriptions subscriptions,
            Returns returns,
            PlanKeepers keepers,
            PlanChangeSettings settings,
            Clock clock) {
        this.findTariff = findTariff;
        this.subscriptions = subscriptions;
        this.returns = returns;
        this.keepers = keepers;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that a change is reckoned from. */
    record Facts(Subscription current, Past past, Tariff target) {}

    /** What is known of a wish. */
    sealed interface Found {
        /** It can be reckoned. */
        record Known(Facts facts) implements Found {}

        /** It cannot. */
        record Refused(PlanChangeRefusal reason) implements Found {}
    }

    /** What was reckoned. */
    sealed interface Reckoned {
        /** These figures. */
        record Figures(PlanChangeQuote quote, String fingerprint) implements Reckoned {}

        /** It is refused. */
        record Refused(PlanChangeRefusal reason) implements Reckoned {}
    }

    /** Looks at what is there. */
    Uni<Found> look(AccountId owner, PlanChangeWish wish) {
        return keepers.refusal(wish.subscription())
                .chain(
                        no ->
                                subscriptions
                                        .find(wish.subscription())
                                        .chain(found -> facts(found, owner, wish, no)));
    }

    /** Looks, and keeps others from changing it until the unit of work ends. */
    Uni<Found> hold(AccountId owner, PlanChangeWish wish) {
        return keepers.refusal(wish.subscription())
                .chain(
                        no ->
                                subscriptions
                                        .lock(wish.subscription())
                                        .chain(found -> facts(found, owner, wish, no)));
    }

    private Uni<Found> facts(
            Optional<Subscription> found,
            AccountId owner,
            PlanChangeWish wish,
            Optional<PlanChangeRefusal> keeper) {
        return found.filter(one -> one.service().account().equals(owner))
                .map(one -> keeper.map(this::refused).orElseGet(() -> facts(one, wish)))
                .orElseGet(() -> refused(PlanChangeRefusal.SUBSCRIPTION_NOT_FOUND));
    }

    private Uni<Found> refused(PlanChangeRefusal reason) {
        return Uni.createFrom().item(new Found.Refused(reason));
    }

    private Uni<Found> facts(Subscription current, PlanChangeWish wish) {
        return past(current)
                .chain(
                        past ->
                                findTariff
                                        .execute(new FindTariff.Query(wish.plan(), wish.termDays()))
                                        .map(tariff -> facts(current, past, tariff)));
    }

    private static Found facts(Subscription current, Past past, Optional<Tariff> tariff) {
        return tariff.<Found>map(target -> new Found.Known(new Facts(current, past, target)))
                .orElseGet(() -> new Found.Refused(PlanChangeRefusal.PLAN_NOT_ON_SALE));
    }

    private Uni<Past> past(Subscription current) {
        return subscriptions
                .deedsOf(current.service().id())
                .chain(
                        deeds ->
                                returns.of(current.service().id())
                                        .map(all -> new Past(deeds, all)));
    }

    /** Reckons the facts as of a moment. */
    Reckoned reckon(Facts facts, PlanChangeWish wish, Instant at) {
        return switch (quote(facts, wish, at)) {
            case PlanChanges.Answer.Quoted(var quote) ->
                    new Reckoned.Figures(quote, fingerprint(facts, wish, quote));
            case PlanChanges.Answer.Refused(var reason) -> new Reckoned.Refused(reason);
        };
    }

    private PlanChanges.Answer quote(Facts facts, PlanChangeWish wish, Instant at) {
        return PlanChanges.quote(
                facts.current(),
                facts.past(),
                new PlanChanges.Wish(facts.target(), wish.asset(), settings.keepsFreeTime()),
                at);
    }

    /** Whether somebody saw just these figures, and not too long ago. */
    Reckoned seen(Facts facts, PlanChangeWish wish, Seen seen) {
        Instant now = now();
        boolean young =
                !seen.asOf().isAfter(now)
                        && !seen.asOf().plus(settings.previewLifetime()).isBefore(now);
        if (!young) {
            return new Reckoned.Refused(PlanChangeRefusal.PREVIEW_OUTDATED);
        }
        return switch (reckon(facts, wish, seen.asOf())) {
            case Reckoned.Figures figures when figures.fingerprint().equals(seen.fingerprint()) ->
                    figures;
            case Reckoned.Figures _ -> new Reckoned.Refused(PlanChangeRefusal.PREVIEW_OUTDATED);
            case Reckoned.Refused refused -> refused;
        };
    }

    /** What a preview is named by. */
    record Seen(Instant asOf, String fingerprint) {}

    /** Now, as finely as a store keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    PlanChangeSettings settings() {
        return settings;
    }

    private static String fingerprint(Facts facts, PlanChangeWish wish, PlanChangeQuote quote) {
        String all =
                String.join(
                        "\n",
                        wish.toString(),
                        facts.current().service().plan().toString(),
                        facts.past().toString(),
                        facts.target().rates().toString(),
                        facts.target().entitlement().toString(),
                        quote.toString());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
