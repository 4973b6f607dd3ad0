package io.cybervpn.application.identity.keys;

import io.cybervpn.application.identity.port.ApiKeyRing;
import io.cybervpn.application.identity.port.CustomerStandings;
import io.cybervpn.application.identity.staff.RoleView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.model.TokenHash;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;

/**
 * Tells the edge who comes with an API key: the key itself, or with the scope for it a customer in
 * whose name it acts. What is wrong with a key is told to nobody.
 */
@Singleton
public final class AdmitKey {
    private final ApiKeyRing ring;
    private final CustomerStandings customers;
    private final Clock clock;

    @Inject
    AdmitKey(ApiKeyRing ring, CustomerStandings customers, Clock clock) {
        this.ring = ring;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * What came.
     *
     * @param shown the whole key
     * @param address of the client, as far as it is known
     * @param actAs in whose name; empty: in nobody's
     */
    public record Command(String shown, Optional<String> address, Optional<AccountId> actAs) {
        @Override
        public String toString() {
            return "AdmitKey.Command[hidden]";
        }
    }

    /** What it is worth. */
    public sealed interface Result {
        /** Let in. */
        record Admitted(Actor actor) implements Result {}

        /** No key, or one that ended, or not from there. */
        record Refused() implements Result {}

        /** The key is good, and may act in nobody's name. */
        record MayNotAct() implements Result {}

        /** The key is good, and there is no such customer. */
        record NoSuchCustomer() implements Result {}

        /** The key is good, and the customer may do nothing himself. */
        record CustomerBlocked() implements Result {}

        /** Nobody can say now. */
        record Unsure() implements Result {}
    }

    /** Looks. Changes nothing, never fails. */
    public Uni<Result> execute(Command command) {
        return KeyToken.parse(command.shown())
                .map(token -> check(token, command))
                .orElseGet(() -> answer(new Result.Refused()))
                .onFailure(Exception.class)
                .recoverWithItem(Result.Unsure::new);
    }

    private Uni<Result> check(KeyToken token, Command command) {
        TokenHash hash = TokenHash.of(token.secret());
        Optional<InetAddress> from = command.address().flatMap(IpRange::address);
        return ring.find(token.id())
                .map(found -> found.filter(key -> key.admits(hash, from, clock.instant())))
                .chain(good -> good.map(key -> act(key, command)).orElseGet(AdmitKey::refuse));
    }

    private Uni<Result> act(ApiKey key, Command command) {
        Actor.Key actor = new Actor.Key(key.id(), RoleView.known(key.terms().scopes()));
        if (command.actAs().isEmpty()) {
            return answer(new Result.Admitted(actor));
        }
        if (!actor.may(Permission.USERS_ACT_AS)) {
            return answer(new Result.MayNotAct());
        }
        AccountId customer = command.actAs().get();
        return customers.of(customer).map(standing -> inTheNameOf(customer, standing, actor));
    }

    private static Result inTheNameOf(
            AccountId customer, Optional<AccountStatus> standing, Actor.Key key) {
        if (standing.isEmpty() || standing.get().isFinal()) {
            return new Result.NoSuchCustomer();
        }
        return standing.get() == AccountStatus.ACTIVE
                ? new Result.Admitted(new Actor.Customer(customer, Optional.of(key.id())))
                : new Result.CustomerBlocked();
    }

    private static Uni<Result> refuse() {
        return answer(new Result.Refused());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
