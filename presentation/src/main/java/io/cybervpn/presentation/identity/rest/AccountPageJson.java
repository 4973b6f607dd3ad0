package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of accounts. */
@Schema(name = "AccountPage")
public record AccountPageJson(List<AccountJson> items, PageInfoJson page) {
    static AccountPageJson of(Page<AccountView> page) {
        return new AccountPageJson(
                page.items().stream().map(AccountJson::of).toList(), PageInfoJson.of(page));
    }
}
