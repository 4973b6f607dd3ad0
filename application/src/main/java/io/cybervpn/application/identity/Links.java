package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LanguageTag;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.WaysIn;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Identities;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins accounts with who their owners are elsewhere. Works in the open unit of work. */
@Singleton
final class Links {
    private final Accounts accounts;
    private final Identities identities;
    private final NewAccounts newAccounts;
    private final AuditTrail audit;

    @Inject
    Links(Accounts accounts, Identities identities, NewAccounts newAccounts, AuditTrail audit) {
        this.accounts = accounts;
        this.identities = identities;
        this.newAccounts = newAccounts;
        this.audit = audit;
    }

    /** Somebody that others vouch for. */
    record Person(ExternalId external, Optional<String> shownAs, LanguageTag locale) {}

    /** An account and whether it was made just now. */
    record Owned(Account account, boolean isNew) {}

    /** What became of a wish to link. */
    sealed interface Linked {
        /** He is this account's owner now, or was already. */
        record Done(LinkedIdentity identity) implements Linked {}

        /** He is somebody else here. */
        record Elsewhere() implements Linked {}

        /** The account is linked with another person of that provider. */
        record Occupied() implements Linked {}
    }

    /** His account; made if he has none. */
    Uni<Owned> findOrMake(Person person) {
        return identities.lock(person.external()).chain(found -> owned(found, person));
    }

    private Uni<Owned> owned(Optional<LinkedIdentity> found, Person person) {
        return found.map(identity -> accounts.find(identity.account()).map(Links::existing))
                .orElseGet(() -> make(person));
    }

    private static Owned existing(Optional<Account> account) {
        return new Owned(account.orElseThrow(), false);
    }

    private Uni<Owned> make(Person person) {
        Account account = newAccounts.makeCustomer(person.locale());
        return accounts.add(account)
                .chain(_ -> add(link(account.id(), person)))
                .replaceWith(new Owned(account, true));
    }

    private LinkedIdentity link(AccountId account, Person person) {
        return newAccounts.makeLink(account, person.external(), person.shownAs());
    }

    /** Makes a stored account his too. */
    Uni<Linked> link(Account account, Person person) {
        return identities
                .lock(person.external())
                .chain(
                        found ->
                                found.map(identity -> taken(identity, account))
                                        .orElseGet(() -> linkFree(account, person)));
    }

    private static Uni<Linked> taken(LinkedIdentity identity, Account account) {
        return answer(
                identity.account().equals(account.id())
                        ? new Linked.Done(identity)
                        : new Linked.Elsewhere());
    }

    private Uni<Linked> linkFree(Account account, Person person) {
        return identities.of(account.id()).chain(own -> decide(own, account, person));
    }

    private Uni<Linked> decide(List<LinkedIdentity> own, Account account, Person person) {
        return switch (new WaysIn(account.hasPassword(), own).link(person.external())) {
            case WaysIn.Linking.There(var identity) -> answer(new Linked.Done(identity));
            case WaysIn.Linking.OtherOfProvider() -> answer(new Linked.Occupied());
            case WaysIn.Linking.Free() -> add(link(account.id(), person));
        };
    }

    private Uni<Linked> add(LinkedIdentity identity) {
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                                new Actor.Customer(identity.account()),
                                "identity.link",
                                "account",
                                identity.account().value())
                        .with(Changes.created(said(identity)));
        return identities
                .add(identity)
                .chain(() -> audit.append(entry))
                .replaceWith(new Linked.Done(identity));
    }

    /** What the audit trail says of a link: rows outlive the person, so not who he is there. */
    static Map<String, String> said(LinkedIdentity identity) {
        return Map.of(
                "provider",
                identity.external().provider(),
                "identity",
                identity.id().value().toString());
    }

    private static Uni<Linked> answer(Linked linked) {
        return Uni.createFrom().item(linked);
    }
}
