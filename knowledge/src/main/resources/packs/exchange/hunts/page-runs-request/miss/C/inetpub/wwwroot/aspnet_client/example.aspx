<%@ Page Language="C#" %><%-- a page that evaluates nothing and reads no request --%>
