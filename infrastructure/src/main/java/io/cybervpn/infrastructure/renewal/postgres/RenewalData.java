package io.cybervpn.infrastructure.renewal.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;

/** What renewal knows of a person. */
@Singleton
final class RenewalData implements PersonalData {
    @Override
    public List<Section> sections() {
        return List.of(
                SqlSection.of(
                        "renewal_consents",
                        """
                        select id::text as key, jsonb_build_object('subscription', subscription_id,
                            'given', given, 'by', charge_by, 'termDays', term_days, 'currency', asset,
                            'agreedMinorUnits', agreed_minor, 'textVersion', text_version, 'at', at) as row
                        from renewal_consent where account_id = :account"""),
                SqlSection.of(
                        "renewals",
                        """
                        select id::text as key, jsonb_build_object('subscription', subscription_id,
                            'end', period_end, 'state', state, 'order', order_id, 'attempts', attempts,
                            'reason', reason) as row
                        from renewal_cycle where account_id = :account"""),
                SqlSection.of(
                        "renewal_steps",
                        """
                        select s.subscription_id || ' ' || s.period_end || ' ' || s.step as key,
                            jsonb_build_object('subscription', s.subscription_id, 'end', s.period_end,
                                'step', s.step, 'at', s.at) as row
                        from renewal_step s join renewal_cycle c
                            on (c.subscription_id, c.period_end) = (s.subscription_id, s.period_end)
                        where c.account_id = :account"""));
    }
}
