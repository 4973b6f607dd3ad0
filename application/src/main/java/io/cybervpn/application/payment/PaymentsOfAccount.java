package io.cybervpn.application.payment;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Payments go with their payer. Of an erased one they stay, and money that comes late is flagged
 * for staff. What a provider charges by itself ends with either.
 */
@Singleton
public final class PaymentsOfAccount implements AccountFollower {
    private final Payments payments;
    private final SavedMethods methods;
    private final PaymentViews views;
    private final Letting letting;
    private final CancelMandatesOfAccount mandates;

    @Inject
    PaymentsOfAccount(
            Payments payments,
            SavedMethods methods,
            PaymentViews views,
            Letting letting,
            CancelMandatesOfAccount mandates) {
        this.payments = payments;
        this.methods = methods;
        this.views = views;
        this.letting = letting;
        this.mandates = mandates;
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        return payments.orphan(gone)
                .chain(() -> letting.allOf(gone))
                .chain(() -> mandates.execute(gone));
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return payments.reown(from, into)
                .chain(() -> methods.reown(from, into))
                .chain(() -> mandates.reown(from, into));
    }

    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        return views.ofPayer(account, new Page.Request(0, 1, true))
                .map(page -> page.total().filter(count -> count > 0))
                .map(count -> count.map(n -> Stake.of("payments", n)).stream().toList());
    }
}
