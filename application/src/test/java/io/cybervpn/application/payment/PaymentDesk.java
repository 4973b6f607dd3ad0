package io.cybervpn.application.payment;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import java.time.Clock;

/** What other contexts ask of payment, over memory and a provider that can be unwell. */
public final class PaymentDesk {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryPayments payments;
    private final FakeProvider provider;
    private final Ids ids;
    private final Clock clock;

    public PaymentDesk(InMemoryUnitOfWork unitOfWork, Ids ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = new InMemoryPayments(unitOfWork);
        this.provider = new FakeProvider(unitOfWork, clock);
        this.ids = ids;
        this.clock = clock;
    }

    public StartPayment startPayment() {
        return new StartPayment(
                unitOfWork,
                new HoldOwner(new InMemoryEndings(unitOfWork)),
                payments,
                provider,
                new Invoicing(unitOfWork, payments, clock),
                ids,
                clock);
    }

    public FindLeastCharge findLeastCharge() {
        return new FindLeastCharge(provider);
    }

    public FindPaymentMethod findPaymentMethod() {
        return new FindPaymentMethod(provider);
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
