/** What renewal has to know of app stores. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.renewal.appstore;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
