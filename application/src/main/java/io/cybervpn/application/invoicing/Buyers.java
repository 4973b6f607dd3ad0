package io.cybervpn.application.invoicing;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.invoicing.port.BuyerContacts;
import io.cybervpn.application.invoicing.port.BuyerContacts.Contact;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who is printed as the buyer: as he is at this moment, whatever he changes later (B4.18). */
@Singleton
final class Buyers {
    private final HoldOwner holdOwner;
    private final BuyerContacts contacts;
    private final Parties parties;

    @Inject
    Buyers(HoldOwner holdOwner, BuyerContacts contacts, Parties parties) {
        this.holdOwner = holdOwner;
        this.contacts = contacts;
        this.parties = parties;
    }

    /**
     * Whose an invoice is, and who is on it.
     *
     * @param gone whether no such customer is there, or not any more: then nothing new is owed
     */
    record Buyer(AccountId account, Party party, boolean gone) {}

    /** Holds the account, or the one it became part of, until the unit of work ends. */
    Uni<Buyer> hold(AccountId account) {
        return holdOwner
                .execute(new HoldOwner.Query(account))
                .chain(
                        owner ->
                                switch (owner) {
                                    case Owner.Nobody() ->
                                            Uni.createFrom()
                                                    .item(new Buyer(account, Party.nobody(), true));
                                    case Owner.Of(var there) -> buyer(there);
                                });
    }

    private Uni<Buyer> buyer(AccountId account) {
        return contacts.of(account)
                .chain(
                        contact ->
                                parties.buyer(account)
                                        .map(wished -> party(contact, wished))
                                        .map(
                                                party ->
                                                        new Buyer(
                                                                account,
                                                                party,
                                                                !contact.customer())));
    }

    private static Party party(Contact contact, Optional<Party> wished) {
        Party given = wished.orElseGet(Party::nobody);
        return new Party(
                given.name().isEmpty() ? contact.name() : given.name(),
                contact.email(),
                given.address(),
                given.taxId(),
                given.country());
    }
}
