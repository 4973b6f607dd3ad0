/** Where purchases of stores are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.appstore.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
