package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.AddOnPrices;
import io.cybervpn.application.billing.port.OrderedSubscriptions;
import io.cybervpn.application.billing.port.PlanChangePrices;
import io.cybervpn.application.billing.port.RenewableSubscriptions;
import io.cybervpn.application.catalogue.InMemoryCatalogue;
import io.cybervpn.application.catalogue.Samples;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.ledger.ReleaseSetAside;
import io.cybervpn.application.payment.FakeProvider;
import io.cybervpn.application.payment.FindOrderLifetime;
import io.cybervpn.application.payment.PaymentDesk;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.billing.AddOnRefusal;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.model.Grant;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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

    /** What subscription says to a change of plan. */
    Function<PlanChangeWish, PlanChangePrices.Price> changes =
            _ -> new PlanChangePrices.Price.Refused(PlanChangeRefusal.SUBSCRIPTION_NOT_FOUND);

    /** The same with what is wanted of it. */
    PlanChangePrices planChanges = (_, _, wish) -> Uni.createFrom().item(changes.apply(wish));

    /** What subscription says of one that shall be renewed. */
    RenewableSubscriptions renewables =
            (_, _) -> Uni.createFrom().item(new RenewableSubscriptions.Standing.Unknown());

    final OrderLifetimes lifetimes =
            new OrderLifetimes(
                    new BillingSettings(SampleOrders.LIFETIME),
                    new FindOrderLifetime(payment.live));
    final PlaceOrder placeOrder =
            new PlaceOrder(
                    unitOfWork,
                    new HoldOwner(new InMemoryEndings(unitOfWork)),
                    catalogue.findOffer(),
                    (owner, id) -> renewables.standing(owner, id),
                    (owner, target, wish) -> planChanges.price(owner, target, wish),
                    orders,
                    lifetimes,
                    ids,
                    clock);

    /** What subscription says to an add-on. */
    Function<AddOnWish, AddOnPrices.Price> addOns =
            _ -> new AddOnPrices.Price.Refused(AddOnRefusal.SUBSCRIPTION_NOT_FOUND);

    final AddOnPrices addOnPrices = (_, wish, _) -> Uni.createFrom().item(addOns.apply(wish));
    final PlaceAddOnOrder placeAddOnOrder =
            new PlaceAddOnOrder(
                    unitOfWork,
                    new HoldOwner(new InMemoryEndings(unitOfWork)),
                    addOnPrices,
                    orders,
                    lifetimes,
                    ids,
                    clock);
    final ReleaseSetAside releaseSetAside = ledger.releaseSetAside(ids, clock);
    final Till till =
            new Till(
                    new Till.Purse(
                            ledger.spendFromWallet(ids, clock),
                            ledger.settleFromWallet(ids, clock),
                            releaseSetAside),
                    payment.recordWalletPayment(),
                    orders,
                    outbox);
    final PayFromWallet payFromWallet = new PayFromWallet(unitOfWork, orders, till, clock);
    final SplitOrder splitOrder =
            new SplitOrder(unitOfWork, orders, ledger.setAside(ids, clock), payFromWallet, till);

    /** The subscription that the first order opened, once it has. */
    Optional<UUID> opened = Optional.empty();

    /** Whether a provider charges for it by itself. */
    boolean charged;

    final OrderedSubscriptions ordered =
            new OrderedSubscriptions() {
                @Override
                public Uni<Optional<UUID>> ofOrder(OrderId order) {
                    return Uni.createFrom().item(() -> opened);
                }

                @Override
                public Uni<Boolean> chargedByProvider(UUID subscription) {
                    return Uni.createFrom().item(() -> charged);
                }
            };
    final Checkout checkout =
            new Checkout(
                    payment.findPaymentMethod(),
                    placeOrder,
                    placeAddOnOrder,
                    payment.views(),
                    payment.startPayment(),
                    new Checkout.WalletShare(payFromWallet, splitOrder, payment.findLeastCharge()),
                    new RecurringSales(unitOfWork, payment.recurring(), ordered),
                    clock);
    final SettleOrderOnPaymentCaptured settle =
            new SettleOrderOnPaymentCaptured(unitOfWork, orders, till, clock);
    final SellOnRecurringChargeCaptured sellRecurring =
            new SellOnRecurringChargeCaptured(
                    unitOfWork,
                    new HoldOwner(new InMemoryEndings(unitOfWork)),
                    orders,
                    ordered,
                    settle,
                    catalogue.findOffer(),
                    payment.steerMandate(),
                    clock);

    private long came;

    BillingWorld() {
        catalogue.put(product, plan);
    }

    PlaceOrder.Command wish(String key) {
        return wish(key, "fake");
    }

    PlaceOrder.Command wish(String key, String paymentMethod) {
        return wish(key, paymentMethod, false);
    }

    PlaceOrder.Command wish(String key, String paymentMethod, boolean useWallet) {
        return new PlaceOrder.Command(
                new Actor.Customer(buyer),
                plan.id(),
                30,
                Asset.RUB,
                Optional.empty(),
                paymentMethod,
                useWallet,
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

    /** The event, after its money came into the wallet. */
    PaymentCaptured captured(OrderId order, Money received) {
        PaymentId payment = new PaymentId(ids.next());
        fill(received, "payment-captured:" + payment.value());
        return new PaymentCaptured(
                payment, order.value(), buyer, "fake", received, clock.instant(), clock.instant());
    }

    void handle(PaymentCaptured event) {
        settle.handle(event).await().indefinitely();
    }

    /** Puts money into the buyer's wallet. */
    void fill(Money money, String key) {
        LedgerAccount clearing = new LedgerAccount.ProviderClearing("fake");
        ledger.postTransaction(ids, clock)
                .execute(
                        new PostTransaction.Command(
                                key,
                                LedgerTransaction.Kind.PAYMENT_CAPTURED,
                                List.of(
                                        Posting.debit(clearing, money),
                                        Posting.credit(
                                                new LedgerAccount.CustomerWallet(buyer), money))))
                .await()
                .indefinitely();
        came += money.asset().equals(Asset.RUB) ? money.minorUnits() : 0;
    }

    /** Gives the buyer something to spend, for ever. */
    void give(Money amount) {
        GrantId grant = new GrantId(ids.next());
        unitOfWork
                .run(
                        () ->
                                ledger.wallets()
                                        .add(
                                                buyer,
                                                new Grant(grant, amount, Optional.empty()),
                                                clock.instant()))
                .await()
                .indefinitely();
        ledger.postTransaction(ids, clock)
                .execute(
                        new PostTransaction.Command(
                                WalletBookings.grantedKey(grant),
                                LedgerTransaction.Kind.WALLET_GRANTED,
                                WalletBookings.granted(buyer, amount)))
                .await()
                .indefinitely();
    }

    /** What the buyer's wallet gave. */
    long taken() {
        return came + ledger.balanceOf(new LedgerAccount.CustomerWallet(buyer), Asset.RUB);
    }

    long earned() {
        return -ledger.balanceOf(new LedgerAccount.Revenue(), Asset.RUB);
    }
}
