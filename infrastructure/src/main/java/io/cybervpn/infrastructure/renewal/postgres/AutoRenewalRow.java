package io.cybervpn.infrastructure.renewal.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.subscription.SubscriptionId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "auto_renewal")
class AutoRenewalRow {
    @Id
    @Column(name = "subscription_id")
    UUID subscriptionId;

    @Column(name = "account_id")
    UUID accountId;

    boolean enabled;

    @Embedded @Nullable TermsColumns terms;

    @Column(name = "text_version")
    @Nullable String textVersion;

    Instant since;

    static AutoRenewalRow of(AutoRenewal renewal) {
        AutoRenewalRow row = new AutoRenewalRow();
        row.subscriptionId = renewal.subscription().value();
        row.accountId = renewal.account().value();
        row.fill(renewal.state());
        return row;
    }

    private void fill(AutoRenewal.State state) {
        switch (state) {
            case AutoRenewal.State.On(var agreed, var version, var at) -> {
                enabled = true;
                terms = TermsColumns.of(agreed);
                textVersion = version;
                since = at;
            }
            case AutoRenewal.State.Off(var at) -> since = at;
        }
    }

    AutoRenewal toValue() {
        return new AutoRenewal(
                new SubscriptionId(subscriptionId),
                new AccountId(accountId),
                enabled
                        ? new AutoRenewal.State.On(
                                Objects.requireNonNull(terms).toTerms(),
                                Objects.requireNonNull(textVersion),
                                since)
                        : new AutoRenewal.State.Off(since));
    }
}
