package io.cybervpn.presentation.appstore.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All products of stores that stand for plans. */
@Schema(name = "StoreProductList")
public record StoreProductListJson(List<StoreProductJson> items) {}
