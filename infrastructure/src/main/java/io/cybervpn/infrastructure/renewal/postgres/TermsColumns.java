package io.cybervpn.infrastructure.renewal.postgres;

import io.cybervpn.domain.renewal.ChargeBy;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What was agreed to, as four columns; all are null where nothing was. */
@Embeddable
class TermsColumns {
    @Column(name = "charge_by")
    @Nullable String chargeBy;

    @Column(name = "term_days")
    @Nullable Integer termDays;

    @Nullable String asset;

    @Column(name = "agreed_minor")
    @Nullable Long agreedMinor;

    static TermsColumns of(Terms terms) {
        TermsColumns columns = new TermsColumns();
        columns.chargeBy = terms.by().code();
        columns.termDays = terms.termDays();
        columns.asset = terms.agreed().asset().code();
        columns.agreedMinor = terms.agreed().minorUnits();
        return columns;
    }

    Terms toTerms() {
        if (chargeBy == null || termDays == null || asset == null || agreedMinor == null) {
            throw new IllegalStateException("a charge without terms");
        }
        return new Terms(
                ChargeBy.find(chargeBy).orElseThrow(),
                termDays,
                new Money(agreedMinor, Asset.of(asset)));
    }
}
