package io.cybervpn.application.identity;

import io.cybervpn.application.shared.AccountFollowers;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows a customer what would become of two accounts that he has shown to be his, both with their
 * second factors, and gives him what confirms it. Nothing changes by it.
 */
@Singleton
public final class PreviewMerge {
    private final OwnershipProof ownProof;
    private final OtherProof otherProof;
    private final UnitOfWork unitOfWork;
    private final AccountPairs pairs;
    private final Identities identities;
    private final AccountFollowers followers;
    private final MergeTokens tokens;

    @Inject
    PreviewMerge(
            OwnershipProof ownProof,
            OtherProof otherProof,
            UnitOfWork unitOfWork,
            AccountPairs pairs,
            Identities identities,
            AccountFollowers followers,
            MergeTokens tokens) {
        this.ownProof = ownProof;
        this.otherProof = otherProof;
        this.unitOfWork = unitOfWork;
        this.pairs = pairs;
        this.identities = identities;
        this.followers = followers;
        this.tokens = tokens;
    }

    /** Who is logged in, and from where he asks. */
    public record Visit(Actor actor, Optional<SessionId> session, String address) {}

    /**
     * What is wished.
     *
     * @param own what shows that this account is his
     * @param otherEmail of the other one, if its password is shown
     * @param other what shows that the other one is his
     * @param keepOther whether the other one survives, and not this one
     */
    public record Command(
            Visit visit, ProofShown own, String otherEmail, ProofShown other, boolean keepOther) {}

    /** What becomes of it. */
    public sealed interface Result {
        /**
         * So it would be.
         *
         * @param token to be shown to confirm it
         * @param moves what the survivor gets
         * @param givenUp what cannot be twice and is not kept: {@code email}, or the name of a
         *     provider
         */
        record Preview(
                String token,
                Duration life,
                AccountId from,
                AccountId into,
                List<Stake> moves,
                List<String> givenUp)
                implements Result {
            /** Copies the lists. */
            public Preview {
                moves = List.copyOf(moves);
                givenUp = List.copyOf(givenUp);
            }
        }

        /** He has to show more of this account. */
        record OwnNotProven(ProofLack lack) implements Result {}

        /** He has to show more of the other one. */
        record OtherNotProven(ProofLack lack) implements Result {}

        /** These two cannot be one. */
        record Unfit() implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}

        /** Not a customer himself. */
        record Forbidden() implements Result {}
    }

    /** Shows. */
    public Uni<Result> execute(Command command) {
        return DeleteAccount.himself(command.visit().actor())
                .map(id -> proveOwn(id, command))
                .orElseGet(() -> item(new Result.Forbidden()));
    }

    private Uni<Result> proveOwn(AccountId id, Command command) {
        Visit visit = command.visit();
        return ownProof.look(
                        new OwnershipProof.Visitor(id, visit.session(), visit.address()),
                        command.own())
                .chain(proven -> proveOther(proven, command));
    }

    private Uni<Result> proveOther(Proven own, Command command) {
        return switch (own) {
            case Proven.TooMany(var wait) -> item(new Result.TooMany(wait));
            case Proven.Not(var lack) -> item(new Result.OwnNotProven(lack));
            case Proven.Yes(var account) ->
                    otherProof
                            .look(command.otherEmail(), command.other(), command.visit().address())
                            .chain(other -> preview(account, other, command.keepOther()));
        };
    }

    private Uni<Result> preview(Account own, Proven proven, boolean keepOther) {
        return switch (proven) {
            case Proven.TooMany(var wait) -> item(new Result.TooMany(wait));
            case Proven.Not(var lack) -> item(new Result.OtherNotProven(lack));
            case Proven.Yes(var other) ->
                    unitOfWork.run(
                            () ->
                                    pairs.lock(
                                                    (keepOther ? own : other).id(),
                                                    (keepOther ? other : own).id())
                                            .chain(pair -> preview(own.id(), pair)));
        };
    }

    private Uni<Result> preview(AccountId asker, AccountPairs.Pair pair) {
        return switch (pair) {
            case AccountPairs.Pair.Unfit _, AccountPairs.Pair.Merged _ -> item(new Result.Unfit());
            case AccountPairs.Pair.Fit fit ->
                    identities
                            .of(fit.from().id())
                            .chain(
                                    theirs ->
                                            identities
                                                    .of(fit.into().id())
                                                    .map(kept -> givenUp(fit, theirs, kept)))
                            .chain(givenUp -> preview(asker, fit, givenUp));
        };
    }

    private Uni<Result> preview(AccountId asker, AccountPairs.Pair.Fit fit, List<String> givenUp) {
        AccountId from = fit.from().id();
        AccountId into = fit.into().id();
        return PreviewDeletion.stakes(followers, from)
                .map(
                        moves ->
                                new Result.Preview(
                                        tokens.issue(asker, new MergeTokens.Wish(from, into)),
                                        MergeTokens.LIFE,
                                        from,
                                        into,
                                        moves,
                                        givenUp));
    }

    private static List<String> givenUp(
            AccountPairs.Pair.Fit fit, List<LinkedIdentity> theirs, List<LinkedIdentity> kept) {
        List<String> givenUp = new ArrayList<>();
        if (fit.from().email().isPresent() && fit.into().email().isPresent()) {
            givenUp.add("email");
        }
        theirs.stream()
                .map(identity -> identity.external().provider())
                .filter(
                        provider ->
                                kept.stream()
                                        .anyMatch(
                                                own -> own.external().provider().equals(provider)))
                .forEach(givenUp::add);
        return givenUp;
    }

    private static Uni<Result> item(Result result) {
        return Uni.createFrom().item(result);
    }
}
