package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Says what {@link SetAside} would take at this moment. Changes nothing. */
@Singleton
public final class PreviewShare {
    private final UnitOfWork unitOfWork;
    private final Wallets wallets;
    private final Clock clock;

    @Inject
    PreviewShare(UnitOfWork unitOfWork, Wallets wallets, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.wallets = wallets;
        this.clock = clock;
    }

    /** What is to be paid; see {@link SetAside.Command}. */
    public record Query(AccountId owner, Money total, Money leastRest) {}

    /** From which pocket how much would come; the rest is to be paid otherwise. */
    public record Result(Money granted, Money paid) {}

    /** Says it. */
    public Uni<Result> execute(Query query) {
        return unitOfWork.run(
                () ->
                        wallets.lock(query.owner(), query.total().asset())
                                .map(
                                        wallet ->
                                                wallet.share(
                                                        query.total(),
                                                        query.leastRest(),
                                                        clock.instant()))
                                .map(PreviewShare::result));
    }

    private static Result result(Draw draw) {
        return new Result(draw.fromGrants(), draw.paid());
    }
}
