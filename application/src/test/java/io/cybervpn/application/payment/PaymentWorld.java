package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.identity.PlainBox;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.util.UUID;

/** The whole of payment over memory, with a provider that can be unwell. */
final class PaymentWorld {
    static final Money PRICE = new Money(19_900, Asset.RUB);
    static final AccountId BUYER = new AccountId(new UUID(9, 1));
    static final LedgerAccount WALLET = new LedgerAccount.CustomerWallet(BUYER);
    static final LedgerAccount CLEARING = new LedgerAccount.ProviderClearing("fake");
    static final LedgerAccount UNALLOCATED = new LedgerAccount.Unallocated("fake");

    final InMemoryLiveGateways live = new InMemoryLiveGateways();
    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final InMemoryLedger ledger = new InMemoryLedger(unitOfWork);
    final InMemoryPayments payments = new InMemoryPayments(unitOfWork);
    final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    final MovableClock clock = new MovableClock();
    final FixedIds ids = new FixedIds();
    final FakeProvider provider = new FakeProvider(unitOfWork, clock);

    final InMemoryUnmatchedMoney unmatched = new InMemoryUnmatchedMoney(unitOfWork);

    final FakeRefunding refunding = new FakeRefunding(unitOfWork);
    final InMemoryReturnInquiries inquiries = new InMemoryReturnInquiries(unitOfWork);

    final ConfirmPayment confirmPayment =
            new ConfirmPayment(
                    unitOfWork,
                    payments,
                    ledger.postTransaction(ids, clock),
                    unmatched,
                    new LateMoney(refunding, inquiries, clock),
                    outbox,
                    clock);
    final Following following = new Following(unitOfWork, payments, confirmPayment, outbox, clock);
    final InMemorySavedMethods methods = new InMemorySavedMethods(unitOfWork);
    final Keeping keeping =
            new Keeping(
                    new HoldOwner(new InMemoryEndings(unitOfWork)),
                    payments,
                    methods,
                    new PlainBox(),
                    ids,
                    clock);
    final InMemoryMandates mandates = new InMemoryMandates(unitOfWork);
    final FakeRecurring recurring = new FakeRecurring();
    final MandateBook mandateBook = new MandateBook(mandates, clock);
    final InMemoryEndings endings = new InMemoryEndings(unitOfWork);
    final TakeRecurringCharge takeRecurringCharge =
            new TakeRecurringCharge(
                    unitOfWork,
                    new TakeRecurringCharge.Hands(new HoldOwner(endings), ids),
                    mandateBook,
                    payments,
                    confirmPayment,
                    outbox);
    final Invoicing invoicing = new Invoicing(unitOfWork, payments, methods, mandates, clock);
    final StartPayment startPayment =
            new StartPayment(
                    unitOfWork,
                    new HoldOwner(new InMemoryEndings(unitOfWork)),
                    payments,
                    methods,
                    provider,
                    live.rules(),
                    invoicing,
                    new AgreeToRecurring(recurring, mandates),
                    ids,
                    clock);
    final CheckPayment checkPayment =
            new CheckPayment(following, provider, new InMemoryPaymentViews(payments));
    final ResolveOpenPayments resolveOpenPayments =
            new ResolveOpenPayments(
                    unitOfWork, payments, provider, new Inquiry(following, invoicing), clock);

    StartPayment.Result start() {
        return start("fake");
    }

    StartPayment.Result start(String providerName) {
        return startPayment
                .execute(
                        new StartPayment.Command(
                                new UUID(9, 2),
                                BUYER,
                                PRICE,
                                "CyberVPN Pro, 30 days",
                                providerName,
                                30,
                                clock.instant().plus(Duration.ofHours(1))))
                .await()
                .indefinitely();
    }

    /** A payment that can be paid; its invoice is the provider's newest. */
    PaymentId pending() {
        assertThat(start()).isInstanceOf(StartPayment.Result.Started.class);
        return payments.all().getLast().id();
    }

    String reference() {
        return provider.references().getLast();
    }

    ConfirmPayment.Result confirm(PaymentId payment, Receipt receipt) {
        return confirmPayment
                .execute(new ConfirmPayment.Command(payment, "fake", receipt))
                .await()
                .indefinitely();
    }

    ResolveOpenPayments.Report resolve() {
        return resolveOpenPayments.execute().await().indefinitely();
    }

    /** Long enough for any open payment to be due again. */
    ResolveOpenPayments.Report resolveLater() {
        clock.advance(Duration.ofMinutes(11));
        return resolve();
    }

    String state(PaymentId payment) {
        return PaymentView.of(payments.get(payment)).state();
    }

    long balance(LedgerAccount account) {
        return ledger.balanceOf(account, Asset.RUB);
    }
}
