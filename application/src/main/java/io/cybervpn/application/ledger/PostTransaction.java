package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Books a movement of money, in the unit of work of whoever caused it. Repeatable by its business
 * key: a second call books nothing. The same key with other postings is our bug and fails with
 * {@link IllegalStateException}.
 */
@Singleton
public final class PostTransaction {
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    @Inject
    PostTransaction(UnitOfWork unitOfWork, Ledger ledger, Ids ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to book.
     *
     * @param businessKey names the event, such as {@code order-settled:<id>}; 1 to 200 characters
     * @param postings two or more; per asset they sum to zero
     */
    public record Command(String businessKey, LedgerTransaction.Kind kind, List<Posting> postings) {
        /** Copies the postings. */
        public Command {
            postings = List.copyOf(postings);
        }
    }

    /** What was booked. */
    public sealed interface Result {
        /** Booked now. */
        record Posted(LedgerTransactionId transaction) implements Result {}

        /** The same was booked before. */
        record AlreadyPosted() implements Result {}
    }

    /** Books. */
    public Uni<Result> execute(Command command) {
        return executeAll(List.of(command)).map(List::getFirst);
    }

    /** Books several at once; the answers are in the order of the commands. */
    public Uni<List<Result>> executeAll(List<Command> commands) {
        return commands.isEmpty()
                ? Uni.createFrom().item(List.of())
                : unitOfWork.run(() -> append(commands.stream().map(this::transaction).toList()));
    }

    private LedgerTransaction transaction(Command command) {
        return new LedgerTransaction(
                new LedgerTransactionId(ids.next()),
                command.businessKey(),
                command.kind(),
                clock.instant(),
                command.postings());
    }

    private Uni<List<Result>> append(List<LedgerTransaction> transactions) {
        return ledger.appendAll(transactions).chain(booked -> results(transactions, booked));
    }

    private Uni<List<Result>> results(
            List<LedgerTransaction> transactions, Set<LedgerTransactionId> booked) {
        return Multi.createFrom()
                .iterable(transactions)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> booked.contains(one.id()) ? posted(one) : compare(one))
                .collect()
                .asList();
    }

    private static Uni<Result> posted(LedgerTransaction transaction) {
        return Uni.createFrom().item(new Result.Posted(transaction.id()));
    }

    private Uni<Result> compare(LedgerTransaction transaction) {
        return ledger.find(transaction.businessKey()).map(earlier -> sameAs(earlier, transaction));
    }

    private static Result sameAs(
            Optional<LedgerTransaction> earlier, LedgerTransaction transaction) {
        if (earlier.filter(one -> one.postings().equals(transaction.postings())).isEmpty()) {
            throw new IllegalStateException(
                    transaction.businessKey() + " was booked before with other postings");
        }
        return new Result.AlreadyPosted();
    }
}
