package io.cybervpn.infrastructure.payment.manual;

import io.cybervpn.application.payment.RecordTransferReturn;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.TransferAccount;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.BankReturn;
import io.cybervpn.domain.payment.repository.BankReturns;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Refunds of bank transfers: to send one is to put it on the list of what staff send by hand. It is
 * underway until they say what became of it.
 */
@Singleton
final class ManualRefunds implements RefundingGateway {
    private final ManualSettings settings;
    private final UnitOfWork unitOfWork;
    private final BankReturns returns;

    @Inject
    ManualRefunds(ManualSettings settings, UnitOfWork unitOfWork, BankReturns returns) {
        this.settings = settings;
        this.unitOfWork = unitOfWork;
        this.returns = returns;
    }

    @Override
    public String provider() {
        return TransferAccount.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.isSet();
    }

    @Override
    public Uni<RefundStatus> refund(RefundCall call) {
        BankReturn.Waiting waiting =
                new BankReturn.Waiting(
                        new BankReturn.Order(
                                call.refund(),
                                call.paid().payment(),
                                call.amount(),
                                call.requestedAt()));
        return unitOfWork.run(() -> returns.addIfNew(waiting).chain(() -> statusOf(call.refund())));
    }

    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        return unitOfWork.run(() -> statusOf(call.refund()));
    }

    private Uni<RefundStatus> statusOf(RefundId refund) {
        return returns.find(refund)
                .map(
                        found ->
                                found.map(RecordTransferReturn::statusOf)
                                        .orElseGet(RefundStatus.NotThere::new));
    }
}
