package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.subscription.ChangePlan;
import io.cybervpn.application.subscription.EndAddOns;
import io.cybervpn.application.subscription.ExpireSubscriptions;
import io.cybervpn.application.subscription.PlanChangePreview;
import io.cybervpn.application.subscription.PreviewPlanChange;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.model.Subscription;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one customer, his provider, his bank and staff do, step by step. */
final class AccountStory {
    enum Kind {
        BUY,
        BUY_WITH_WALLET,
        RENEW,
        ADD_ON,
        CONVERT,
        KEEP_END,
        ADD_TERM,
        PAY,
        PAY_AGAIN,
        PAY_TWIN,
        PAY_LESS,
        TOP_UP,
        EXPIRE,
        REFUND,
        REFUND_TO_WALLET,
        DISPUTE,
        WIN,
        WAIT
    }

    /** Which of those that it could be done with, in turn, and of how much. */
    record Step(Kind kind, int which) {}

    final AccountWorld world = new AccountWorld();
    private final Map<PaymentId, String> invoices = new HashMap<>();
    private final Map<PaymentId, Receipt> receipts = new HashMap<>();
    final Map<String, Money> came = new HashMap<>();
    private final Map<String, PaymentId> disputes = new HashMap<>();
    long filled;
    private int step;

    private <T> Optional<T> pick(List<T> of, int which) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(which % of.size()));
    }

    private String key() {
        return "step " + step;
    }

    private Optional<Subscription> one(int which) {
        return pick(world.all(), which);
    }

    void play(Step what) {
        step++;
        int which = what.which();
        switch (what.kind()) {
            case BUY -> buy(Optional.empty(), false, which);
            case BUY_WITH_WALLET -> buy(Optional.empty(), true, which);
            case RENEW -> one(which).ifPresent(it -> buy(Optional.of(it), which % 2 == 0, which));
            case ADD_ON -> one(which).ifPresent(this::addOn);
            case CONVERT -> one(which).ifPresent(this::convert);
            case KEEP_END -> one(which).ifPresent(it -> change(it, PlanChangeMode.KEEP_END));
            case ADD_TERM -> one(which).ifPresent(it -> change(it, PlanChangeMode.ADD_TERM));
            case PAY -> pick(asked(), which).ifPresent(it -> pay(it, invoices.get(it), 0));
            case PAY_AGAIN -> pick(List.copyOf(receipts.keySet()), which).ifPresent(this::again);
            case PAY_TWIN -> pick(asked(), which).ifPresent(this::payTwin);
            case PAY_LESS -> pick(asked(), which).ifPresent(it -> pay(it, invoices.get(it), 1));
            case TOP_UP -> fill(which * 1_000L + 1);
            case EXPIRE -> expire();
            case REFUND -> pick(captured(), which).ifPresent(it -> refund(it, which, false));
            case REFUND_TO_WALLET ->
                    pick(captured(), which).ifPresent(it -> refund(it, which, true));
            case DISPUTE -> pick(captured(), which).ifPresent(this::dispute);
            case WIN -> pick(List.copyOf(disputes.keySet()), which).ifPresent(this::win);
            case WAIT -> pass(Duration.ofHours(7L * which));
        }
        world.deliver();
    }

    /** Payments that a provider was asked for and that nobody has paid. */
    private List<PaymentId> asked() {
        return world.billing.payment.payments().all().stream()
                .map(Payment::id)
                .filter(id -> invoices.containsKey(id) && !receipts.containsKey(id))
                .toList();
    }

    private List<PaymentId> captured() {
        return world.billing.payment.payments().all().stream()
                .filter(Payment.Captured.class::isInstance)
                .map(Payment::id)
                .toList();
    }

    private void buy(Optional<Subscription> renews, boolean wallet, int which) {
        PlanId plan =
                renews.map(it -> it.service().plan())
                        .orElse(which % 3 == 0 ? world.dear.id() : world.billing.plan.id());
        place(
                new PlaceOrder.Command(
                        new Actor.Customer(world.billing.buyer),
                        plan,
                        30,
                        Asset.RUB,
                        renews.map(it -> it.service().id().value()),
                        "fake",
                        wallet,
                        key()),
                Optional.empty());
    }

    private void addOn(Subscription subscription) {
        place(
                new PlaceOrder.Command(
                        new Actor.Customer(world.billing.buyer),
                        subscription.service().plan(),
                        1,
                        Asset.RUB,
                        Optional.empty(),
                        "fake",
                        step % 2 == 0,
                        key()),
                Optional.of(new AddOnWish(subscription.service().id().value(), world.more.id())));
    }

    private void place(PlaceOrder.Command order, Optional<AddOnWish> addOn) {
        int made = world.billing.provider().references().size();
        Checkout.Command command =
                new Checkout.Command(order, Optional.empty(), Optional.empty(), addOn);
        world.billing.checkout.execute(command).await().indefinitely();
        world.billing.checkout.execute(command).await().indefinitely();
        List<String> references = world.billing.provider().references();
        if (references.size() > made) {
            PaymentId asked = world.billing.payment.payments().all().getLast().id();
            invoices.put(asked, references.getLast());
        }
    }

    private io.cybervpn.application.subscription.PlanChangeWish wish(Subscription of) {
        boolean isDear = of.service().plan().equals(world.dear.id());
        return new io.cybervpn.application.subscription.PlanChangeWish(
                of.service().id(),
                isDear ? world.billing.plan.id() : world.dear.id(),
                30,
                Asset.RUB);
    }

    private Optional<PlanChangePreview> preview(Subscription of) {
        PreviewPlanChange.Query query =
                new PreviewPlanChange.Query(new Actor.Customer(world.billing.buyer), wish(of));
        return world.deeds.preview.execute(query).await().indefinitely()
                        instanceof PreviewPlanChange.Result.Shown(var shown)
                ? Optional.of(shown)
                : Optional.empty();
    }

    private void convert(Subscription of) {
        preview(of)
                .map(
                        seen ->
                                new ChangePlan.Command(
                                        new Actor.Customer(world.billing.buyer),
                                        wish(of),
                                        seen.asOf(),
                                        seen.fingerprint(),
                                        key()))
                .ifPresent(it -> world.deeds.change.execute(it).await().indefinitely());
    }

    private void change(Subscription of, PlanChangeMode mode) {
        preview(of)
                .map(
                        seen ->
                                new PlaceOrder.Command(
                                        new Actor.Customer(world.billing.buyer),
                                        wish(of).plan(),
                                        30,
                                        Asset.RUB,
                                        Optional.empty(),
                                        "fake",
                                        false,
                                        key(),
                                        Optional.of(
                                                new PlanChangeWish(
                                                        of.service().id().value(),
                                                        mode,
                                                        seen.asOf(),
                                                        seen.fingerprint()))))
                .ifPresent(order -> place(order, Optional.empty()));
    }

    private void pay(PaymentId payment, String invoice, long less) {
        Money asked = world.billing.payment.payments().get(payment).request().amount();
        Money paid = new Money(asked.minorUnits() - less, asked.asset());
        Receipt receipt = world.billing.provider().pay(invoice, paid);
        receipts.putIfAbsent(payment, receipt);
        came.put(invoice, paid);
        world.confirm(payment, receipt);
    }

    private void again(PaymentId payment) {
        world.confirm(payment, receipts.get(payment));
    }

    private void payTwin(PaymentId payment) {
        pay(payment, world.billing.provider().makeTwin(invoices.get(payment)), 0);
    }

    private void fill(long minor) {
        world.billing.fill(new Money(minor, Asset.RUB), key());
        filled += minor;
    }

    private void expire() {
        pass(Duration.ofHours(2));
        List<OrderId> due =
                world.billing.orders.all().stream()
                        .filter(Order.AwaitingPayment.class::isInstance)
                        .map(order -> order.details().id())
                        .toList();
        new ExpireOrders(
                        (_, _) -> io.smallrye.mutiny.Uni.createFrom().item(due),
                        world.billing.unitOfWork,
                        world.billing.orders,
                        world.billing.releaseSetAside,
                        world.billing.clock)
                .execute(new ExpireOrders.Command(100))
                .await()
                .indefinitely();
    }

    private void refund(PaymentId payment, int which, boolean toWallet) {
        long all = world.billing.payment.payments().get(payment).request().amount().minorUnits();
        Money part = new Money(1 + all * (which + 1) / 31, Asset.RUB);
        if (world.refunds.promise(payment, part, toWallet, key())) {
            assertThat(world.refunds.promise(payment, part, toWallet, key())).isTrue();
        }
        world.deliver();
        world.refunds.send();
    }

    private void dispute(PaymentId payment) {
        Payment of = world.billing.payment.payments().get(payment);
        if (of.request().provider().equals("fake")) {
            disputes.put(key(), payment);
            world.refunds.dispute(payment, key(), of.request().amount(), false);
        }
    }

    private void win(String dispute) {
        PaymentId payment = disputes.remove(dispute);
        Money amount = world.billing.payment.payments().get(payment).request().amount();
        world.refunds.dispute(payment, dispute, amount, true);
    }

    private void pass(Duration time) {
        world.billing.clock.advance(time);
        world.subscriptions
                .expire
                .execute(new ExpireSubscriptions.Command(100))
                .await()
                .indefinitely();
        world.deeds.endAddOns.execute(new EndAddOns.Command(100)).await().indefinitely();
    }
}
