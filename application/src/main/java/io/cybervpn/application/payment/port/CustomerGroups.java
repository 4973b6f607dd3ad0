package io.cybervpn.application.payment.port;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Which groups of customers somebody belongs to, as those know who keep customers. */
public interface CustomerGroups {
    /** His groups; none for somebody who is not there. */
    Uni<Set<String>> of(AccountId account);
}
