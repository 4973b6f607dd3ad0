package io.cybervpn.application.renewal;

import io.cybervpn.application.payment.FindMandates;
import io.cybervpn.application.payment.MandateView;
import io.cybervpn.application.payment.SteerMandate;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Sees to it that one alone charges for a subscription: whom its owner agreed to last. When he
 * agreed that a payment provider charges for it by itself, the shop's own renewal is off, and so is
 * what an older agreement has a provider charge. Repeatable.
 */
@Singleton
public final class KeepOneChargeOnOrderPaid implements EventHandler<OrderPaid> {
    private final UnitOfWork unitOfWork;
    private final FindMandates findMandates;
    private final Charging charging;
    private final SteerMandate steerMandate;
    private final AutoRenewals renewals;
    private final Clock clock;

    @Inject
    KeepOneChargeOnOrderPaid(
            UnitOfWork unitOfWork,
            FindMandates findMandates,
            Charging charging,
            SteerMandate steerMandate,
            AutoRenewals renewals,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.findMandates = findMandates;
        this.charging = charging;
        this.steerMandate = steerMandate;
        this.renewals = renewals;
        this.clock = clock;
    }

    @Override
    public Class<OrderPaid> event() {
        return OrderPaid.class;
    }

    @Override
    public String name() {
        return "renewal.keep-one-charge";
    }

    /** Of what is opened by an order nobody charged before. */
    @Override
    public Uni<Void> handle(OrderPaid event) {
        return event.renews()
                .map(renewed -> unitOfWork.run(() -> keepOne(event, renewed)))
                .orElseGet(KeepOneChargeOnOrderPaid::nothing);
    }

    private Uni<Void> keepOne(OrderPaid event, UUID renewed) {
        return findMandates
                .execute(new FindMandates.Query(List.of(event.order().value())))
                .chain(
                        agreed ->
                                agreed.isEmpty()
                                        ? nothing()
                                        : endOthers(new SubscriptionId(renewed), agreed));
    }

    private Uni<Void> endOthers(SubscriptionId subscription, List<MandateView> agreed) {
        List<UUID> kept = agreed.stream().map(MandateView::subject).toList();
        return charging.all(subscription)
                .chain(
                        all ->
                                Multi.createFrom()
                                        .iterable(all)
                                        .select()
                                        .where(one -> one.isRunning())
                                        .select()
                                        .where(one -> !kept.contains(one.subject()))
                                        .onItem()
                                        .transformToUniAndConcatenate(this::end)
                                        .collect()
                                        .last())
                .chain(() -> renewals.find(subscription))
                .chain(
                        own ->
                                own.filter(one -> one.state() instanceof AutoRenewal.State.On)
                                        .map(this::off)
                                        .orElseGet(KeepOneChargeOnOrderPaid::nothing));
    }

    private Uni<SteerMandate.Result> end(MandateView older) {
        return steerMandate.execute(new SteerMandate.Command(older.payment(), Steering.CANCEL));
    }

    private Uni<Void> off(AutoRenewal own) {
        return renewals.put(
                new AutoRenewal(
                        own.subscription(),
                        own.account(),
                        new AutoRenewal.State.Off(clock.instant())));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
