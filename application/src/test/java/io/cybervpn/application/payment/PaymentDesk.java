package io.cybervpn.application.payment;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.identity.PlainBox;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.Outbox;
import java.time.Clock;

/** What other contexts ask of payment, over memory and a provider that can be unwell. */
public final class PaymentDesk {
    public final InMemoryLiveGateways live = new InMemoryLiveGateways();
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryPayments payments;
    private final InMemorySavedMethods methods;
    private final InMemoryMandates mandates;
    private final FakeRecurring recurring = new FakeRecurring();
    private final FakeProvider provider;
    private final Ids ids;
    private final Clock clock;

    public PaymentDesk(InMemoryUnitOfWork unitOfWork, Ids ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = new InMemoryPayments(unitOfWork);
        this.methods = new InMemorySavedMethods(unitOfWork);
        this.mandates = new InMemoryMandates(unitOfWork);
        this.provider = new FakeProvider(unitOfWork, clock);
        this.ids = ids;
        this.clock = clock;
    }

    public StartPayment startPayment() {
        return new StartPayment(
                unitOfWork,
                new HoldOwner(new InMemoryEndings(unitOfWork)),
                payments,
                methods,
                provider,
                live.rules(),
                new Invoicing(unitOfWork, payments, methods, mandates, clock),
                new AgreeToRecurring(recurring, mandates),
                ids,
                clock);
    }

    /** Over a provider that keeps what customers pay with. */
    public ChargeSavedMethod chargeSavedMethod(
            FakeCharging charging, Outbox outbox, InMemoryLedger ledger) {
        return new ChargeSavedMethod(
                unitOfWork,
                new HoldOwner(new InMemoryEndings(unitOfWork)),
                payments,
                methods,
                charging,
                confirmPayment(outbox, ledger),
                new PlainBox(),
                ids,
                clock);
    }

    /** Takes a provider's word that money came. */
    public ConfirmPayment confirmPayment(Outbox outbox, InMemoryLedger ledger) {
        return new ConfirmPayment(
                unitOfWork,
                payments,
                ledger.postTransaction(ids, clock),
                new InMemoryUnmatchedMoney(unitOfWork),
                new LateMoney(
                        new FakeRefunding(unitOfWork),
                        new InMemoryReturnInquiries(unitOfWork),
                        clock),
                outbox,
                clock);
    }

    /** All payments. */
    public InMemoryPayments payments() {
        return payments;
    }

    /** What they agreed to be charged for by the provider itself. */
    public InMemoryMandates mandates() {
        return mandates;
    }

    /** A provider that charges by itself. */
    public FakeRecurring recurring() {
        return recurring;
    }

    public SteerMandate steerMandate() {
        return steerMandate(unitOfWork, mandates, clock);
    }

    /** Over the agreements of another world. */
    public static SteerMandate steerMandate(
            InMemoryUnitOfWork unitOfWork, InMemoryMandates mandates, Clock clock) {
        return new SteerMandate(unitOfWork, new MandateBook(mandates, clock));
    }

    /** What customers let us keep. */
    public InMemorySavedMethods methods() {
        return methods;
    }

    public FindLeastCharge findLeastCharge() {
        return new FindLeastCharge(provider);
    }

    public FindPaymentMethod findPaymentMethod() {
        return new FindPaymentMethod(provider, live.rules());
    }

    public RecordWalletPayment recordWalletPayment() {
        return new RecordWalletPayment(unitOfWork, payments, ids, clock);
    }

    public PaymentViews views() {
        return new InMemoryPaymentViews(payments);
    }

    /** Its name is {@code fake}. */
    public FakeProvider provider() {
        return provider;
    }
}
