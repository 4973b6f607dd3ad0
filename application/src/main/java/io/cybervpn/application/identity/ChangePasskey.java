package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.PasskeyId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Passkey;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Passkeys;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Renames or takes away one of one's own passkeys. It was never the only way in: an account begins
 * with another, which is not taken away for it.
 */
@Singleton
public final class ChangePasskey {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final RecentProof recentProof;
    private final PasskeyRecords records;

    @Inject
    ChangePasskey(
            UnitOfWork unitOfWork,
            Accounts accounts,
            Passkeys passkeys,
            RecentProof recentProof,
            PasskeyRecords records) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.recentProof = recentProof;
        this.records = records;
    }

    /** What shall become of it. */
    public sealed interface Change {
        /** Another name. */
        record Rename(String name) implements Change {}

        /** It opens nothing any more. */
        record Remove() implements Change {}
    }

    /**
     * Who asks.
     *
     * @param provenAt when he showed his second factor in this session
     */
    public record Asker(
            Actor actor, AccountId owner, SessionId session, Optional<Instant> provenAt) {}

    /** Who wants what of which. */
    public record Command(Asker asker, PasskeyId passkey, Change change) {}

    /** What became of it. */
    public sealed interface Result {
        /** It has the name. */
        record Renamed(PasskeyView passkey) implements Result {}

        /** It is gone. */
        record Removed() implements Result {}

        /** It is none of his. */
        record NoSuchPasskey() implements Result {}

        /** The name is empty, too long or of control characters. */
        record BadName() implements Result {}

        /** He must show once more who he is. */
        record ProofNeeded() implements Result {}
    }

    /** Changes. Renaming is repeatable; removing twice finds nothing. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        accounts.lock(command.asker().owner())
                                .chain(() -> passkeys.of(command.asker().owner()))
                                .chain(own -> change(own, command)));
    }

    private Uni<Result> change(List<Passkey> own, Command command) {
        Optional<Passkey> found =
                own.stream().filter(one -> one.id().equals(command.passkey())).findFirst();
        if (found.isEmpty()) {
            return answer(new Result.NoSuchPasskey());
        }
        return switch (command.change()) {
            case Change.Rename(var name) -> rename(found.get(), name, command.asker().actor());
            case Change.Remove() -> remove(found.get(), command.asker());
        };
    }

    private Uni<Result> rename(Passkey passkey, String name, Actor actor) {
        if (!Passkey.isName(name)) {
            return answer(new Result.BadName());
        }
        Passkey named = passkey.named(name.strip());
        return passkeys.save(named)
                .chain(() -> records.renamed(actor, named))
                .replaceWith(() -> new Result.Renamed(PasskeyView.of(named)));
    }

    private Uni<Result> remove(Passkey passkey, Asker asker) {
        return recentProof
                .isThere(new RecentProof.Asker(asker.owner(), asker.session(), asker.provenAt()))
                .chain(
                        there ->
                                there
                                        ? forget(passkey, asker.actor())
                                        : answer(new Result.ProofNeeded()));
    }

    private Uni<Result> forget(Passkey passkey, Actor actor) {
        return passkeys.remove(passkey.id())
                .chain(() -> records.removed(actor, passkey))
                .replaceWith(Result.Removed::new);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
