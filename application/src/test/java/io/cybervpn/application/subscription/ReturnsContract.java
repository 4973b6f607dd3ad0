package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Return;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of returns does. */
public abstract class ReturnsContract {
    protected abstract Subscriptions subscriptions();

    protected abstract Returns returns();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Extended stored() {
        Extended opened = Purchases.opened(Purchases.buyer());
        inTransaction(
                () ->
                        subscriptions()
                                .append(opened.extension())
                                .chain(() -> subscriptions().add(opened.subscription())));
        return opened;
    }

    private static Return back(Extended opened, boolean undone) {
        return new Return(
                new RefundId(UUID.randomUUID()),
                opened.extension().order(),
                new Money(5_000, Asset.RUB),
                new Money(19_900, Asset.RUB),
                undone,
                Purchases.NOON);
    }

    private static Return undone(Return returned) {
        return new Return(
                returned.refund(),
                returned.order(),
                returned.amount(),
                returned.total(),
                true,
                returned.at());
    }

    private List<Return> of(Extended opened) {
        SubscriptionId id = opened.subscription().service().id();
        return inTransaction(() -> returns().of(id));
    }

    @Test
    void an_order_leads_to_its_subscription() {
        Extended opened = stored();
        assertThat(inTransaction(() -> returns().subscriptionOf(opened.extension().order())))
                .contains(opened.subscription().service().id());
        OrderId nobodys = new OrderId(UUID.randomUUID());
        assertThat(inTransaction(() -> returns().subscriptionOf(nobodys))).isEmpty();
    }

    @Test
    void each_is_stored_once_and_stays_undone() {
        Extended opened = stored();
        Return first = back(opened, false);
        inTransaction(() -> returns().note(first));
        inTransaction(() -> returns().note(first));
        assertThat(of(opened)).containsExactly(first);
        inTransaction(() -> returns().note(undone(first)));
        inTransaction(() -> returns().note(first));
        assertThat(of(opened)).containsExactly(undone(first));
        assertThat(of(stored())).isEmpty();
    }

    @Test
    void undone_before_it_was_told_it_stays_so() {
        Extended opened = stored();
        Return never = back(opened, true);
        inTransaction(() -> returns().note(never));
        inTransaction(
                () ->
                        returns()
                                .note(
                                        new Return(
                                                never.refund(),
                                                never.order(),
                                                never.amount(),
                                                never.total(),
                                                false,
                                                never.at())));
        assertThat(of(opened)).containsExactly(never);
    }
}
