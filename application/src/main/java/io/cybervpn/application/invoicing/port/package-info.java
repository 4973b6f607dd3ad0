/** What invoicing needs to know of others, and the printer of its documents. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.invoicing.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
