package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What invoicing knows of a person. */
@Singleton
final class InvoiceData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "invoices",
                        """
                        select id::text as key, jsonb_build_object('id', id, 'number', number, 'status', status,
                            'currency', asset, 'totalMinorUnits', total_minor, 'taxMinorUnits', tax_minor,
                            'buyer', buyer::jsonb, 'lines', lines::jsonb, 'issuedAt', issued_at,
                            'dueAt', due_at, 'paidAt', paid_at) as row
                        from invoice where account_id = :account and status <> 'draft'"""),
                SqlSection.of(
                        "credit_notes",
                        """
                        select c.id::text as key, jsonb_build_object('id', c.id, 'number', c.number,
                            'invoice', i.number, 'currency', c.asset, 'totalMinorUnits', c.total_minor,
                            'taxMinorUnits', c.tax_minor, 'reason', c.reason, 'issuedAt', c.issued_at,
                            'cancelledAt', c.cancelled_at) as row
                        from credit_note c join invoice i on i.id = c.invoice_id
                        where i.account_id = :account"""),
                SqlSection.of(
                        "billing_details",
                        """
                        select 'details' as key, jsonb_build_object('name', name, 'address', address,
                            'taxId', tax_id, 'country', country) as row
                        from invoice_party where owner = :account"""));
    }
}
