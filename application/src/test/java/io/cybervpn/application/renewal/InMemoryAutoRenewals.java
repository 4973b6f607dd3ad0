package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Wishes in memory; what was said before is not kept. */
public final class InMemoryAutoRenewals implements AutoRenewals {
    private final InMemoryTable<SubscriptionId, AutoRenewal> renewals;

    public InMemoryAutoRenewals(InMemoryUnitOfWork unitOfWork) {
        this.renewals = unitOfWork.table();
    }

    @Override
    public Uni<Optional<AutoRenewal>> find(SubscriptionId subscription) {
        return Uni.createFrom().item(() -> renewals.get(subscription));
    }

    @Override
    public Uni<Void> put(AutoRenewal renewal) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> renewals.put(renewal.subscription(), renewal));
    }

    @Override
    public Uni<Void> switchOffAllOf(AccountId account, Instant now) {
        return change(account, one -> off(one, now));
    }

    private static AutoRenewal off(AutoRenewal renewal, Instant now) {
        return switch (renewal.state()) {
            case AutoRenewal.State.Off _ -> renewal;
            case AutoRenewal.State.On _ ->
                    new AutoRenewal(
                            renewal.subscription(),
                            renewal.account(),
                            new AutoRenewal.State.Off(now));
        };
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return change(from, one -> new AutoRenewal(one.subscription(), into, one.state()));
    }

    private Uni<Void> change(AccountId account, UnaryOperator<AutoRenewal> change) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                renewals.where(one -> one.account().equals(account))
                                        .forEach(
                                                one ->
                                                        renewals.put(
                                                                one.subscription(),
                                                                change.apply(one))));
    }
}
