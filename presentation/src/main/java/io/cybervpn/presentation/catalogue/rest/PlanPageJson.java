package io.cybervpn.presentation.catalogue.rest;

import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of plans on sale, in the shop's order. */
@Schema(name = "PlanPage")
public record PlanPageJson(List<PlanJson> items, PageInfoJson page) {}
