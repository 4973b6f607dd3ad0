package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a browser does with the pages of an identity provider. */
final class IssuerPages {
    private static final Pattern FIELD =
            Pattern.compile("<input type=hidden name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private IssuerPages() {}

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            int middle = pair.indexOf('=');
            query.put(
                    pair.substring(0, middle),
                    URLDecoder.decode(pair.substring(middle + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    /** The fields of the form on a page. */
    static Map<String, String> form(URI page) {
        String html = given().urlEncodingEnabled(false).get(page).then().extract().asString();
        Map<String, String> fields = new HashMap<>();
        FIELD.matcher(html)
                .results()
                .forEach(
                        field ->
                                fields.put(field.group(1), field.group(2).replace("&quot;", "\"")));
        return fields;
    }
}
