package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.application.invoicing.port.BuyerContacts;
import io.cybervpn.domain.identity.AccountId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads what identity keeps of a customer. */
@Singleton
final class PostgresBuyerContacts implements BuyerContacts {
    private static final String OF =
            """
            select coalesce(p.display_name, ''), coalesce(a.email, ''), coalesce(a.locale, 'en'),
                a.kind = 'customer'
            from account a left join account_profile p on p.account_id = a.id
            where a.id = :account""";

    @Override
    public Uni<Contact> of(AccountId account) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(PostgresBuyerContacts::contact)
                                        .orElseGet(() -> new Contact("", "", "en", false)));
    }

    private static Contact contact(Object[] row) {
        return new Contact((String) row[0], (String) row[1], (String) row[2], (boolean) row[3]);
    }
}
