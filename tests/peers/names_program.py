"""Say what the other clients offer: the public names of their classes, by client."""

import inspect
import json

import vt
import vtapi3


def names(module):
    classes = [found for _, found in inspect.getmembers(module, inspect.isclass)]
    return sorted(
        {
            name.removesuffix("_async")
            for cls in classes
            for name, found in vars(cls).items()
            if not name.startswith("_")
            and (callable(found) or isinstance(found, (property, staticmethod)))
        }
    )


print(json.dumps({"vt-py": names(vt), "vtapi3": names(vtapi3)}))
