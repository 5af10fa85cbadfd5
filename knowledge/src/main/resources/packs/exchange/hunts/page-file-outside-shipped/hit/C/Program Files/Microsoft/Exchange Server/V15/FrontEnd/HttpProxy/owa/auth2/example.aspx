<%-- an inert page of an example --%>
