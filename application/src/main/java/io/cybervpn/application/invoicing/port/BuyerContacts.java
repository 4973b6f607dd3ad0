package io.cybervpn.application.invoicing.port;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;

/** How identity calls a customer. */
public interface BuyerContacts {
    /**
     * What is known.
     *
     * @param name as he wants to be called; may be empty, like the e-mail
     * @param language a BCP 47 tag
     * @param customer whether it is a customer, and not somebody else or nobody
     */
    record Contact(String name, String email, String language, boolean customer) {}

    /** Reads it, in the open unit of work; all is empty for who is not there (any more). */
    Uni<Contact> of(AccountId account);
}
