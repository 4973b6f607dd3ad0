/** What the catalogue needs of others: lists, the shelf that everybody reads, what was ordered. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.catalogue.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
