package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.RenewableSubscriptions;
import io.cybervpn.application.catalogue.InMemoryCatalogue;
import io.cybervpn.application.catalogue.Samples;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.payment.FakeProvider;
import io.cybervpn.application.payment.PaymentDesk;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** A shop that sells one plan for RUB 199.00, over memory. */
final class BillingWorld {
    static final Money PRICE = new Money(19_900, Asset.RUB);

    final AccountId buyer = SampleOrders.buyer();
    final MovableClock clock = new MovableClock();
    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
    final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    final InMemoryLedger ledger = new InMemoryLedger(unitOfWork);
    final FixedIds ids = new FixedIds();
    final PaymentDesk payment = new PaymentDesk(unitOfWork, ids, clock);
    final InMemoryCatalogue catalogue = new InMemoryCatalogue(unitOfWork);
    final Product product = Samples.product();
    final Plan plan = Samples.plan(product.id());

    final PlaceOrder placeOrder =
            new PlaceOrder(
                    unitOfWork,
                    new HoldOwner(new InMemoryEndings(unitOfWork)),
                    catalogue.findOffer(),
                    (_, _) -> Uni.createFrom().item(new RenewableSubscriptions.Standing.Unknown()),
                    orders,
                    new BillingSettings(SampleOrders.LIFETIME),
                    ids,
                    clock);
    final Checkout checkout =
            new Checkout(
                    payment.findPaymentMethod(),
                    placeOrder,
                    payment.views(),
                    payment.startPayment(),
                    clock);
    final SettleOrderOnPaymentCaptured settle =
            new SettleOrderOnPaymentCaptured(
                    unitOfWork, orders, ledger.postTransaction(ids, clock), outbox, clock);

    BillingWorld() {
        catalogue.put(product, plan);
    }

    PlaceOrder.Command wish(String key) {
        return wish(key, "fake");
    }

    PlaceOrder.Command wish(String key, String paymentMethod) {
        return new PlaceOrder.Command(
                new Actor.Customer(buyer),
                plan.id(),
                30,
                Asset.RUB,
                Optional.empty(),
                paymentMethod,
                key);
    }

    Checkout.Result check(PlaceOrder.Command wish) {
        return checkout.execute(new Checkout.Command(wish)).await().indefinitely();
    }

    FakeProvider provider() {
        return payment.provider();
    }

    /** Orders, and says what its id is. */
    OrderId order() {
        placeOrder.execute(wish(UUID.randomUUID().toString())).await().indefinitely();
        return orders.all().getLast().details().id();
    }

    PaymentCaptured captured(OrderId order, Money received) {
        return new PaymentCaptured(
                new PaymentId(ids.next()),
                order.value(),
                buyer,
                "fake",
                received,
                clock.instant(),
                clock.instant());
    }

    void handle(PaymentCaptured event) {
        settle.handle(event).await().indefinitely();
    }

    /** What the buyer's wallet gave; his payments are not booked here. */
    long taken() {
        return ledger.balanceOf(new LedgerAccount.CustomerWallet(buyer), Asset.RUB);
    }

    long earned() {
        return -ledger.balanceOf(new LedgerAccount.Revenue(), Asset.RUB);
    }
}
