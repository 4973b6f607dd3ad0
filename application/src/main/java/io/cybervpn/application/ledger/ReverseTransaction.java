package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Books a transaction back by an opposite one, once, in the unit of work of whoever undoes what
 * caused it. Nothing is ever edited.
 */
@Singleton
public final class ReverseTransaction {
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    @Inject
    ReverseTransaction(UnitOfWork unitOfWork, Ledger ledger, Ids ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to book back.
     *
     * @param businessKey key of the transaction to undo
     */
    public record Command(String businessKey) {}

    /** What was booked. */
    public sealed interface Result {
        /** Booked back now. */
        record Reversed(LedgerTransactionId reversal) implements Result {}

        /** It was booked back before. */
        record AlreadyReversed() implements Result {}

        /** Nothing was booked under this key. */
        record NoSuchTransaction() implements Result {}

        /** It is a reversal itself. */
        record NotReversible() implements Result {}
    }

    /** Books back. Repeatable. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(() -> ledger.find(command.businessKey()).chain(this::reverse));
    }

    private Uni<Result> reverse(Optional<LedgerTransaction> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(new Result.NoSuchTransaction());
        }
        LedgerTransaction original = found.get();
        if (original.kind() == LedgerTransaction.Kind.REVERSAL) {
            return Uni.createFrom().item(new Result.NotReversible());
        }
        LedgerTransaction reversal =
                original.reversal(new LedgerTransactionId(ids.next()), clock.instant());
        return ledger.append(reversal).map(booked -> result(booked, reversal));
    }

    private static Result result(boolean booked, LedgerTransaction reversal) {
        return booked ? new Result.Reversed(reversal.id()) : new Result.AlreadyReversed();
    }
}
