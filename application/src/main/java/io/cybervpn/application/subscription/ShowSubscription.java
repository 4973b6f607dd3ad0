package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Past;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows staff a subscription with all that made its end what it is. */
@Singleton
public final class ShowSubscription {
    private final SubscriptionRecords records;
    private final UnitOfWork unitOfWork;
    private final HoldDesk holds;

    @Inject
    ShowSubscription(SubscriptionRecords records, UnitOfWork unitOfWork, HoldDesk holds) {
        this.records = records;
        this.unitOfWork = unitOfWork;
        this.holds = holds;
    }

    /** Which. */
    public record Query(Actor actor, SubscriptionId subscription) {}

    /** The answer. */
    public sealed interface Result {
        /** It, and its history, the oldest first. */
        record Shown(SubscriptionRecord subscription, List<LifeEntry> history) implements Result {
            /** Copies the list. */
            public Shown {
                history = List.copyOf(history);
            }
        }

        /** There is none. */
        record NoSuchSubscription() implements Result {}

        /** The actor lacks {@link Permission#SUBSCRIPTIONS_READ}. */
        record Forbidden() implements Result {}
    }

    /** Shows. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.SUBSCRIPTIONS_READ)
                ? records.find(query.subscription()).chain(this::show)
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> show(Optional<SubscriptionRecord> found) {
        return found.map(this::show)
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchSubscription()));
    }

    private Uni<Result> show(SubscriptionRecord found) {
        return unitOfWork
                .run(() -> holds.past(found.view().id()))
                .map(past -> new Result.Shown(found, history(past)));
    }

    private static List<LifeEntry> history(Past past) {
        return Stream.concat(
                        past.deeds().stream().map(LifeEntry::of),
                        past.returns().stream().map(LifeEntry::of))
                .sorted(Comparator.comparing(LifeEntry::at))
                .toList();
    }
}
