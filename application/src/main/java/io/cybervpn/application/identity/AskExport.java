package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ExportAsked;
import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.AccountExport;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Begins a copy of everything that the shop knows of a customer (R56). One is put together at a
 * time: who asks again meanwhile gets the same one.
 */
@Singleton
public final class AskExport {
    private final OwnershipProof proof;
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Store store;
    private final Ids ids;
    private final Clock clock;

    /** Where it is kept and told. */
    @Singleton
    static final class Store {
        private final Accounts accounts;
        private final AccountExports exports;
        private final Outbox outbox;
        private final AuditTrail audit;

        @Inject
        Store(Accounts accounts, AccountExports exports, Outbox outbox, AuditTrail audit) {
            this.accounts = accounts;
            this.exports = exports;
            this.outbox = outbox;
            this.audit = audit;
        }
    }

    @Inject
    AskExport(
            OwnershipProof proof,
            Gate gate,
            UnitOfWork unitOfWork,
            Store store,
            Ids ids,
            Clock clock) {
        this.proof = proof;
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who asks, and what shows that it is he. */
    public record Command(
            Actor actor, Optional<SessionId> session, ProofShown shown, String address) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is being put together. */
        record Begun(ExportView export) implements Result {}

        /** He has to show more. */
        record NotProven(ProofLack lack) implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}

        /** Not a customer himself. */
        record Forbidden() implements Result {}
    }

    /** Asks. */
    public Uni<Result> execute(Command command) {
        return DeleteAccount.himself(command.actor())
                .map(id -> prove(id, command))
                .orElseGet(() -> item(new Result.Forbidden()));
    }

    private Uni<Result> prove(AccountId id, Command command) {
        return proof.look(
                        new OwnershipProof.Visitor(id, command.session(), command.address()),
                        command.shown())
                .chain(proven -> count(proven, command.actor()));
    }

    private Uni<Result> count(Proven proven, Actor actor) {
        return switch (proven) {
            case Proven.TooMany(var wait) -> item(new Result.TooMany(wait));
            case Proven.Not(var lack) -> item(new Result.NotProven(lack));
            case Proven.Yes(var account) ->
                    gate.export(account.id()).chain(verdict -> begin(verdict, account, actor));
        };
    }

    private Uni<Result> begin(Verdict verdict, Account account, Actor actor) {
        return switch (verdict) {
            case Verdict.Exceeded(var wait) -> item(new Result.TooMany(wait));
            case Verdict.Allowed() -> unitOfWork.run(() -> lockAndBegin(account.id(), actor));
        };
    }

    private Uni<Result> lockAndBegin(AccountId id, Actor actor) {
        return store.accounts
                .lock(id)
                .chain(
                        found ->
                                found.filter(Account::mayLogIn).isPresent()
                                        ? store.exports
                                                .pendingOf(id)
                                                .chain(open -> sameOrNew(open, id, actor))
                                        : item(new Result.Forbidden()));
    }

    private Uni<Result> sameOrNew(
            Optional<AccountExport.Pending> open, AccountId account, Actor actor) {
        return open.map(same -> item(begun(same))).orElseGet(() -> add(account, actor));
    }

    private Uni<Result> add(AccountId account, Actor actor) {
        AccountExport.Pending asked =
                new AccountExport.Pending(new ExportId(ids.next()), account, clock.instant());
        return store.exports
                .add(asked)
                .call(
                        () ->
                                store.outbox.append(
                                        new ExportAsked(asked.id(), account, asked.askedAt())))
                .call(
                        () ->
                                store.audit.append(
                                        AuditTrail.Entry.of(
                                                actor,
                                                "account.export",
                                                "account",
                                                account.value())))
                .replaceWith(() -> begun(asked));
    }

    private static Result begun(AccountExport.Pending export) {
        return new Result.Begun(ExportView.of(export));
    }

    private static Uni<Result> item(Result result) {
        return Uni.createFrom().item(result);
    }
}
