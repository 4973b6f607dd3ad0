package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.application.catalogue.PlanView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of all plans, in the shop's order. */
@Schema(name = "AdminPlanPage")
public record AdminPlanPageJson(List<AdminPlanJson> items, PageInfoJson page) {
    static AdminPlanPageJson of(Page<PlanView> page) {
        return new AdminPlanPageJson(
                page.items().stream().map(AdminPlanJson::of).toList(), PageInfoJson.of(page));
    }
}
